import { describe, expect, it } from 'vitest';
import { logLaplaceSumTail } from '../../src/distributions/laplace-sum-tail.js';
import { gaussian, laplace, stopLossOfWeightedSum, upperTailOfWeightedSum } from '../../src/index.js';

/** The noise of one of n counts after the counts are projected onto their total. */
const projected = (spread: number, n: number) => {
  const spreads = new Float64Array(n).fill(spread / n);
  spreads[0] = spread * (1 - 1 / n);
  return spreads;
};

describe('stop-loss of a weighted sum', () => {
  it.each([0, 0.5, 5, 20, 300])('of one term is the closed form of clipping at %d', (threshold) => {
    const laplaceValue = stopLossOfWeightedSum('laplace', Float64Array.of(10), threshold);
    expect(laplaceValue / laplace(10).clippingBias(threshold)).toBeCloseTo(1, 10);
    const gaussianValue = stopLossOfWeightedSum('gaussian', Float64Array.of(6, 8), threshold);
    expect(gaussianValue / gaussian(10).clippingBias(threshold)).toBeCloseTo(1, 13);
  });

  // Characteristic-function integrals of theory for the smallest of five counts, Laplace scale 10.
  it.each([
    [45, 0.0186753],
    [51, 0.0088216],
    [52, 0.00778504],
    [69, 9.2979e-4],
  ])('of a projected Laplace noise beyond %d is %d', (threshold, expected) => {
    expect(stopLossOfWeightedSum('laplace', projected(10, 5), threshold) / expected).toBeCloseTo(1, 5);
  });

  it('is minus the integral of the tail: central differences give the tail back', () => {
    const spreads = Float64Array.of(1, 2, 2, 5);
    for (const threshold of [-4, 0.7, 12, 60]) {
      const step = 1e-3;
      const slope =
        (stopLossOfWeightedSum('laplace', spreads, threshold + step) -
          stopLossOfWeightedSum('laplace', spreads, threshold - step)) /
        (2 * step);
      expect(-slope / upperTailOfWeightedSum('laplace', spreads, threshold)).toBeCloseTo(1, 5);
    }
  });

  it('exceeds the threshold itself below zero, and is zero where nothing is random', () => {
    expect(stopLossOfWeightedSum('laplace', Float64Array.of(10), -5)).toBeCloseTo(5 + 5 * Math.exp(-0.5), 10);
    expect(stopLossOfWeightedSum('laplace', Float64Array.of(0), 3)).toBe(0);
    expect(stopLossOfWeightedSum('gaussian', Float64Array.of(0), -3)).toBe(3);
  });

  it('refuses a spread that is no spread', () => {
    expect(() => stopLossOfWeightedSum('laplace', Float64Array.of(-1), 1)).toThrow(/spread: -1/);
  });
});

describe('far beyond anything that happens', () => {
  // mpmath, 40 digits: the same contour integral along the line through the exact saddle point.
  it.each([
    [13_164, 30_000, -12279.259275327957],
    [13_164, 443_620.4, -393090.70224039914],
    [13_164, 887_240.8, -827684.8578114896],
    [300, 100_000, -98174.33002023942],
  ])(
    'the tail of %d unit Laplace terms beyond %d has this logarithm, and is 0 as a probability',
    (n, threshold, log) => {
      const spreads = new Float64Array(n).fill(1);
      expect(logLaplaceSumTail(spreads, threshold) / log).toBeCloseTo(1, 11);
      expect(upperTailOfWeightedSum('laplace', spreads, threshold)).toBe(0);
      expect(stopLossOfWeightedSum('laplace', spreads, threshold)).toBe(0);
    },
  );
});
