import { gaussian, laplace, openStream, parseSeed, stopLossOfWeightedSum } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { projectedSpreads } from '../../src/bounds/simplex-alpha.js';
import { smallestCountBound, smallestCountBoundByRange } from '../../src/bounds/smallest-count.js';

const base = [10, 25, 30, 50, 85];
const shifted = (by: number) => Float64Array.from(base, (x) => x + by);

describe('the bound by the smallest count', () => {
  it.each([
    [0, 1.8426, 49.97],
    [20, 0.1521, 45.8],
    [40, 0.0127, 30.8],
    [80, 0.00013, 5.78],
  ])('of the example raised by %d, whose alpha is %d, is the published value, and holds', (by, alpha, expected) => {
    const bound = smallestCountBound(shifted(by), laplace(10));
    expect(Math.abs(bound / expected - 1)).toBeLessThan(1e-3);
    expect(bound).toBeGreaterThan(alpha);
    expect(smallestCountBoundByRange(shifted(by), laplace(10))).toBeGreaterThan(alpha);
  });

  it('falls as all counts are raised, in the end by a factor e for each scale of the noise', () => {
    for (const noise of [laplace(10), gaussian(10)]) {
      for (const bound of [smallestCountBound, smallestCountBoundByRange]) {
        let last = Number.POSITIVE_INFINITY;
        for (let by = bound === smallestCountBound ? 0 : 100; by <= 1500; by += 20) {
          const now = bound(shifted(by), noise);
          expect(now).toBeLessThanOrEqual(last);
          last = now;
        }
        expect(last).toBeLessThan(1e-40);
      }
    }
    const decay = smallestCountBound(shifted(3000), laplace(10)) / smallestCountBound(shifted(3010), laplace(10));
    expect(decay).toBeGreaterThan(2.6);
    expect(decay).toBeLessThan(Math.E);
  });

  it('is the sum of the paper: C exp(-r / b) sum of (r / b)^k / k!', () => {
    const counts = shifted(20);
    let [term, sum] = [1, 1];
    for (let k = 1; k < 5; k++) {
      term *= 3 / k;
      sum += term;
    }
    expect(smallestCountBoundByRange(counts, laplace(10))).toBeCloseTo(270 * Math.exp(-3) * sum, 10);
  });

  it('is the mean length of the noise outside the ball, by radial quadrature', () => {
    // density of the length of a standard normal vector of n - 1 = 4 dimensions: r^3 exp(-r^2 / 2) / 2
    let expected = 0;
    const step = 1e-3;
    for (let r = 1 + step / 2; r < 12; r += step) expected += ((r * r ** 3 * Math.exp((-r * r) / 2)) / 2) * step;
    expect(smallestCountBound(shifted(0), gaussian(10))).toBeCloseTo(10 * expected, 4);
    // Gamma(5, 1): E[G; G > 1]
    let laplacian = 0;
    for (let r = 1 + step / 2; r < 60; r += step) laplacian += ((r ** 5 * Math.exp(-r)) / 24) * step;
    expect(smallestCountBound(shifted(0), laplace(10))).toBeCloseTo(10 * laplacian, 4);
  });

  it('holds in 100,000 random tables of two entities under Gaussian noise, and 5,000 under Laplace, whose biases are closed', () => {
    const stream = openStream(parseSeed(44), 'test', 0);
    for (let k = 0; k < 105_000; k++) {
      const counts = Float64Array.of(80 * stream.nextUniform(), 80 * stream.nextUniform() ** 2);
      const spread = 0.5 + 30 * stream.nextUniform();
      const noise = k < 100_000 ? gaussian(spread) : laplace(spread);
      const below = (x: number) =>
        noise.kind === 'gaussian'
          ? gaussian(spread / Math.SQRT2).clippingBias(x)
          : stopLossOfWeightedSum('laplace', projectedSpreads(2, spread), x);
      const bias = Math.abs(below(counts[0] as number) - below(counts[1] as number));
      const bounds = [smallestCountBound(counts, noise), smallestCountBoundByRange(counts, noise)] as const;
      if (!bounds.every((bound) => bias <= bound * (1 + 1e-9)))
        throw new Error(`${counts} ${spread}: ${bias} ${bounds}`);
    }
  });

  it('keeps its mean length over many entities: between sqrt(k - 1) and sqrt(k)', () => {
    for (const n of [2, 3, 10, 64, 65, 66, 1000, 13_164]) {
      const length = smallestCountBound(new Float64Array(n), gaussian(1));
      expect(length).toBeLessThan(Math.sqrt(n - 1));
      expect(length).toBeGreaterThan(Math.sqrt(n - 1.5));
    }
    expect(smallestCountBound(Float64Array.of(3), laplace(1))).toBe(0);
    expect(smallestCountBoundByRange(Float64Array.of(3), laplace(1))).toBe(0);
  });
});
