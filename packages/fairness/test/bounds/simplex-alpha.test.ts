import { projectOntoSimplex, projectOntoSum } from '@dpfair/mechanisms';
import { gaussian, laplace, openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { clippingGap, gaussianGapBracket, meanThreshold } from '../../src/bounds/simplex-alpha.js';
import { separateCrossingsBias } from '../../src/index.js';
import { spread, total } from '../districts.js';

/** Every order of the numbers. */
function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, i) =>
    permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

/**
 * Exact expectations under exchangeable noise with finitely many values: every order of one zero-mean vector is equally likely.
 * L, alpha and E T follow without any sampling error.
 */
function underPermutations(counts: Float64Array, orders: readonly (readonly number[])[], noise: Float64Array) {
  const n = counts.length;
  const sum = total(counts);
  const bias = new Float64Array(n);
  const clipped = new Float64Array(n);
  let threshold = 0;
  for (const order of orders) {
    const y = counts.map((x, i) => x + (noise[order[i] as number] as number));
    projectOntoSum(y, sum);
    for (let i = 0; i < n; i++) clipped[i] = (clipped[i] as number) + Math.max(0, -(y[i] as number)) / orders.length;
    const largest = y.indexOf(Math.max(...y));
    const top = y[largest] as number;
    projectOntoSimplex(y, sum);
    threshold += (top - (y[largest] as number)) / orders.length;
    for (let i = 0; i < n; i++) {
      bias[i] = (bias[i] as number) + ((y[i] as number) - (counts[i] as number)) / orders.length;
    }
  }
  const [low, high] = [counts.indexOf(Math.min(...counts)), counts.indexOf(Math.max(...counts))];
  return {
    alpha: spread(bias),
    ends: (bias[low] as number) - (bias[high] as number),
    gap: (clipped[low] as number) - (clipped[high] as number),
    threshold,
  };
}

describe('L <= alpha <= L + E T', () => {
  it('holds in 100,000 random tables under exchangeable noise, whose expectations are sums over all orders', () => {
    const stream = openStream(parseSeed(41), 'test', 0);
    const orders = [3, 4].map((n) => permutations(Array.from({ length: n }, (_, i) => i)));
    let attained = 0;
    for (let k = 0; k < 100_000; k++) {
      const n = k % 10 === 0 ? 4 : 3;
      const counts = Float64Array.from({ length: n }, () => 30 * stream.nextUniform() ** 3);
      const raw = Float64Array.from({ length: n }, () => 20 * (stream.nextUniform() - 0.5));
      const mean = total(raw) / n;
      const noise = raw.map((v) => v - mean);
      const { alpha, ends, gap, threshold } = underPermutations(counts, orders[n - 3] as number[][], noise);
      const rounding = 1e-12 * (1 + total(counts));
      // The extremes of the bias are the extremes of the counts.
      if (Math.abs(alpha - ends) > rounding || alpha < gap - rounding || alpha > gap + threshold + rounding) {
        throw new Error(`violated: ${counts} ${noise}: ${gap} ${alpha} ${gap + threshold}`);
      }
      if (gap > 0.01 && Math.abs(alpha - gap - threshold) < rounding) attained += 1;
    }
    // The upper side is attained where only one entity can go below zero, so the bound is the best of its kind.
    expect(attained).toBeGreaterThan(1_000);
  });

  it('a single entity near zero: L is K, alpha n / (n - 1) K, and the upper side is attained', () => {
    const counts = Float64Array.of(69, 67096, 311047, 23240, 53886);
    for (const [noise, k] of [
      [laplace(10), 9.2979e-4],
      [gaussian(25), 0.00629117],
    ] as const) {
      const { bias } = separateCrossingsBias(counts, noise);
      const { lower, upper } = meanThreshold(counts, noise, bias[2] as number, 0);
      expect(clippingGap(counts, noise) / k).toBeCloseTo(1, 5);
      expect(upper).toBe(lower);
      expect((clippingGap(counts, noise) + upper) / spread(bias)).toBeCloseTo(1, 12);
    }
  });

  it.each([
    [45, 0.0186753],
    [51, 0.0088216],
    [52, 0.00778504],
    [69, 9.2979e-4],
  ])('K of a county of %d under Laplace noise of scale 10 is the published value', (smallest, k) => {
    expect(clippingGap(Float64Array.of(smallest, 67096, 311047, 23240, 53886), laplace(10)) / k).toBeCloseTo(1, 5);
  });

  it.each([
    [51, 0.0866008],
    [52, 0.0759602],
    [69, 0.00629117],
  ])('K of a county of %d under Gaussian noise of sigma 25 is the published value', (smallest, k) => {
    expect(clippingGap(Float64Array.of(smallest, 67096, 311047, 23240, 53886), gaussian(25)) / k).toBeCloseTo(1, 5);
  });

  it('is nothing for one entity, and L is 0 where all counts are equal', () => {
    expect(clippingGap(Float64Array.of(7), laplace(1))).toBe(0);
    expect(meanThreshold(Float64Array.of(7), laplace(1), 0, 0)).toEqual({ lower: 0, upper: 0 });
    expect(clippingGap(Float64Array.of(20, 20, 20), laplace(10))).toBe(0);
  });
});

describe('Proposition 2', () => {
  const counts = Float64Array.of(85, 10, 40, 30, 20);

  it('gives the published bracket and L of its example', () => {
    const { lower, upper } = gaussianGapBracket(counts, 25);
    expect(lower).toBeCloseTo(0.005397, 6);
    expect(upper).toBeCloseTo(24.552, 3);
    expect(clippingGap(counts, gaussian(25))).toBeCloseTo(4.797729, 5);
  });

  it('L is the integral of Phi(a t) from -x_n to -x_1', () => {
    const a = Math.sqrt(5 / 4) / 25;
    const steps = 20_000;
    const standard = gaussian(1);
    let integral = 0;
    for (let k = 0; k < steps; k++) integral += standard.cdf(a * (-85 + (75 * (k + 0.5)) / steps)) * (75 / steps);
    expect(clippingGap(counts, gaussian(25))).toBeCloseTo(integral, 7);
  });

  it('brackets L in 100,000 random tables', () => {
    const stream = openStream(parseSeed(42), 'test', 0);
    for (let k = 0; k < 100_000; k++) {
      const n = 2 + Math.floor(5 * stream.nextUniform());
      const table = Float64Array.from({ length: n }, () => 200 * stream.nextUniform() ** 2);
      const sigma = 0.5 + 80 * stream.nextUniform();
      const gap = clippingGap(table, gaussian(sigma));
      const { lower, upper } = gaussianGapBracket(table, sigma);
      const rounding = 1e-13 * (sigma + upper);
      if (!(gap >= lower - rounding && gap <= upper + rounding))
        throw new Error(`${table} ${sigma}: ${lower} ${gap} ${upper}`);
    }
  });
});

describe('the mean threshold', () => {
  it('lies within its limits for two entities, where it is known', () => {
    const stream = openStream(parseSeed(43), 'test', 0);
    for (let k = 0; k < 20_000; k++) {
      const counts = Float64Array.of(60 * stream.nextUniform(), 60 * stream.nextUniform());
      const sigma = 1 + 30 * stream.nextUniform();
      // y_1 = x_1 + (eta_1 - eta_2) / 2, and the threshold is what the one below zero lacks.
      const half = gaussian(sigma / Math.SQRT2);
      const [k1, k2] = [half.clippingBias(counts[0] as number), half.clippingBias(counts[1] as number)];
      const biasOfLargest = -Math.abs(k1 - k2);
      const { lower, upper } = meanThreshold(counts, gaussian(sigma), biasOfLargest, 0);
      const rounding = 1e-13 * sigma;
      if (!(k1 + k2 >= lower - rounding && k1 + k2 <= upper + rounding)) throw new Error(`${counts} ${sigma}`);
    }
  });
});
