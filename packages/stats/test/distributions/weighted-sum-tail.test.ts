import { upperTailOfWeightedSum } from '@dpfair/stats';
import { describe, expect, it, test } from 'vitest';
import { logLaplaceSumTail } from '../../src/distributions/laplace-sum-tail.js';
import { normalSurvival } from '../../src/special/normal.js';
import { readTable } from '../table.js';

const rows = readTable<[spreads: number[], threshold: number, tail: string]>('weighted-sum-tails');

test('Laplace tails match partial fractions and gamma races to 1e-11, for 1 to 300 terms, down to 1e-260', () => {
  for (const [spreads, threshold, tail] of rows) {
    const scales = Float64Array.from(spreads);
    if (Number(tail) > 1e-300) {
      expect(Math.abs(upperTailOfWeightedSum('laplace', scales, threshold) / Number(tail) - 1)).toBeLessThan(1e-11);
    }
  }
});

test('one term is the Laplace tail itself, two equal ones have their closed form', () => {
  for (const t of [1e-8, 0.1, 1, 30, 650]) {
    expect(upperTailOfWeightedSum('laplace', Float64Array.of(5), 5 * t) / (0.5 * Math.exp(-t))).toBeCloseTo(1, 11);
    expect(
      upperTailOfWeightedSum('laplace', Float64Array.of(2, 0, 2), 2 * t) / (((2 + t) / 4) * Math.exp(-t)),
    ).toBeCloseTo(1, 11);
  }
});

test('ten thousand terms are normal up to their Edgeworth correction', () => {
  const spreads = Float64Array.from({ length: 10_000 }, (_, j) => 0.5 + (j % 100) / 100);
  const variance = spreads.reduce((sum, b) => sum + 2 * b * b, 0);
  const excess = spreads.reduce((sum, b) => sum + 12 * b ** 4, 0) / variance ** 2;
  for (const z of [0.01, 0.5, 1, 2, 3]) {
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const edgeworth = normalSurvival(z) + (excess / 24) * (z ** 3 - 3 * z) * density;
    const tail = upperTailOfWeightedSum('laplace', spreads, z * Math.sqrt(variance));
    expect(Math.abs(tail - edgeworth)).toBeLessThan(1e-7);
    expect(Math.abs(normalSurvival(z) - edgeworth)).toBeLessThan(1e-4);
  }
});

test('Gaussian terms add their variances', () => {
  expect(upperTailOfWeightedSum('gaussian', Float64Array.of(3, 4), 10)).toBe(normalSurvival(2));
  // P(Z > 20) = 2.753624118606233695e-89, and no square overflows
  const far = upperTailOfWeightedSum('gaussian', Float64Array.of(3e200, 4e200), 1e202);
  expect(far / 2.753624118606234e-89).toBeCloseTo(1, 13);
});

describe.each(['laplace', 'gaussian'] as const)('%s', (kind) => {
  test('the tails at a threshold and at its negative add up to 1, and 0 halves', () => {
    const spreads = Float64Array.of(1, 2.5, 0.3);
    expect(upperTailOfWeightedSum(kind, spreads, 0)).toBe(0.5);
    for (const t of [0.1, 1, 7, 200]) {
      const both = upperTailOfWeightedSum(kind, spreads, t) + upperTailOfWeightedSum(kind, spreads, -t);
      expect(both).toBeCloseTo(1, 15);
    }
  });

  test('without noise the sum is 0 for certain', () => {
    const tail = (t: number) => upperTailOfWeightedSum(kind, Float64Array.of(0, 0), t);
    expect([tail(-1), tail(0), tail(1)]).toEqual([1, 1, 0]);
    expect(upperTailOfWeightedSum(kind, new Float64Array(0), 2)).toBe(0);
  });

  test('the far ends are certain', () => {
    const tail = (t: number) => upperTailOfWeightedSum(kind, Float64Array.of(1, 2), t);
    expect([tail(Number.NEGATIVE_INFINITY), tail(Number.POSITIVE_INFINITY)]).toEqual([1, 0]);
  });

  test('spreads and thresholds that make no sense are refused', () => {
    expect(() => upperTailOfWeightedSum(kind, Float64Array.of(1, -2), 1)).toThrow(
      new RangeError('spread: -2 (allowed: a finite number, at least 0)'),
    );
    expect(() => upperTailOfWeightedSum(kind, Float64Array.of(1), Number.NaN)).toThrow(RangeError);
  });
});

describe('two Laplace terms', () => {
  it.each([0.001, 0.05, 0.5, 0.9, 0.98])('in closed form are what the contour gives, scales 1 and %d', (scale) => {
    for (const t of [1e-6, 0.01, 0.3, 1, 5, 40, 300]) {
      const closed = Math.log(upperTailOfWeightedSum('laplace', Float64Array.of(1, scale), t));
      expect(Math.abs(closed - logLaplaceSumTail(Float64Array.of(1, scale), t))).toBeLessThan(1e-9);
    }
  });

  it('have the published tail of a ratio of counts', () => {
    // P(eta - 0.05 eta' > 5.25) for noise of scale 10, and of scale 2.
    expect(upperTailOfWeightedSum('laplace', Float64Array.of(10, 0.5), 5.25)).toBeCloseTo(0.2965, 4);
    expect(upperTailOfWeightedSum('laplace', Float64Array.of(2, 0.1), 5.25)).toBeCloseTo(0.0363, 4);
  });
});
