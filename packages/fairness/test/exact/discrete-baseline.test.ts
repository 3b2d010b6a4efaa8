import { discreteGaussian, discreteLaplace, laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { exactBaselineBias, exactClippingBias } from '../../src/index.js';
import { clippedNormaliser, rawNormaliser } from '../../src/models/allotment/normalisers.js';
import { expectedOutcome } from './enumerate.js';

const shares = (weights: readonly number[]) => (noisy: Float64Array) => {
  const values = noisy.map((x, i) => (weights[i] as number) * Math.max(0, x));
  const total = values.reduce((a, b) => a + b);
  return total === 0 ? values.fill(1 / values.length) : values.map((value) => value / total);
};

describe('baseline shares under discrete noise', () => {
  it.each([
    [discreteLaplace(1.3), [0, 3, 7], [1, 1, 1]],
    [discreteLaplace(2), [1, 1, 4], [1, 2.5, 0.7]],
    [discreteLaplace(0.4), [2, 5], [1, 3]],
    [discreteGaussian(1.5), [0, 3, 7], [1, 1, 1]],
    [discreteGaussian(4.4), [0, 12, 9], [1, 0.2, 1]],
    [discreteGaussian(0.5), [1, 0, 2], [4, 1, 1]],
    // Counts need not be whole.
    [discreteLaplace(1), [0.25, 1.5, 2.75], [1, 1, 2]],
    [discreteGaussian(2), [0.1, 3.9, 2], [1, 1, 1]],
  ])('%#: are those of every combination of noises, within the stated error', (noise, counts, weights) => {
    const enumerated = expectedOutcome(counts, noise, shares(weights));
    const total = counts.reduce((sum, x, i) => sum + x * (weights[i] as number), 0);
    const { bias, errors, estimator } = exactBaselineBias({
      counts: Float64Array.from(counts),
      weights: Float64Array.from(weights),
      noise,
    });
    expect(estimator).toBe('baseline-quadrature');
    enumerated.forEach((share, i) => {
      const exact = share - ((weights[i] as number) * (counts[i] as number)) / total;
      // 1e-13 was left out on each side of each noise.
      expect(Math.abs((bias[i] as number) - exact)).toBeLessThan((errors[i] as number) + 1e-12);
      expect(errors[i]).toBeLessThan(1e-11);
    });
  });

  it('give everyone the same where every clipped count is 0, with the probability of that', () => {
    const counts = Float64Array.of(0, 1, 1);
    const noise = discreteLaplace(2);
    const allZero = noise.cdf(0) * noise.cdf(-1) ** 2;
    expect(clippedNormaliser({ counts, weights: null, noise }).probabilityNotPositive).toBeCloseTo(allZero, 15);
    const { bias } = exactBaselineBias({ counts, weights: null, noise });
    expect(bias.reduce((a, b) => a + b)).toBeCloseTo(0, 13);
  });

  it('agree with Laplace noise of the same scale where it is coarse, entity by entity', () => {
    const counts = Float64Array.from({ length: 300 }, (_, i) => Math.round(50 * 1.02 ** i));
    const problem = { counts, weights: null };
    const discrete = exactBaselineBias({ ...problem, noise: discreteLaplace(400) });
    const continuous = exactBaselineBias({ ...problem, noise: laplace(400) });
    const size = Math.max(...continuous.bias.map(Math.abs));
    discrete.bias.forEach((b, i) => {
      expect(Math.abs(b - (continuous.bias[i] as number))).toBeLessThan(1e-4 * size);
    });
  });
});

describe('clipped counts under discrete noise', () => {
  it.each([discreteLaplace(3), discreteGaussian(2.2)])('$kind: bias is that of adding up', (noise) => {
    const counts = [0, 1, 4, 0.5, 2.25];
    const { bias } = exactClippingBias(Float64Array.from(counts), noise);
    counts.forEach((count, i) => {
      const [mean] = expectedOutcome([count], noise, (noisy) => noisy.map((x) => Math.max(0, x)));
      expect(bias[i]).toBeCloseTo((mean as number) - count, 10);
    });
  });
});

describe('a raw total under discrete noise', () => {
  it.each([
    [discreteLaplace(2), [3, 4, 5], null],
    [discreteLaplace(1), [3, 4, 5], [1, 0.4, 2.2]],
    [discreteGaussian(3), [3, 4, 2], [1, 3, 0.1]],
    [discreteGaussian(0.6), [1, 1, 1], null],
  ])('%#: is not positive with at most the stated probability', (noise, counts, weights) => {
    const [exact] = expectedOutcome(counts, noise, (noisy) => [
      Number(noisy.reduce((sum, x, i) => sum + (weights?.[i] ?? 1) * x, 0) <= 1e-9),
    ]);
    const noisy = { counts: Float64Array.from(counts), weights: weights && Float64Array.from(weights), noise };
    const { probabilityNotPositive } = rawNormaliser(noisy, '');
    expect(probabilityNotPositive).toBeGreaterThanOrEqual(exact as number);
    // Chernoff's bound is loose, but not by orders of magnitude.
    expect(probabilityNotPositive).toBeLessThan(30 * (exact as number));
  });
});
