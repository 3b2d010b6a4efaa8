import { compensatedSum, pairwiseSum } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** The exact sum of doubles that are whole multiples of 2^-60, rounded once. */
function exactSum(values: Float64Array): number {
  const scaled = [...values].reduce((sum, x) => sum + BigInt(x * 2 ** 60), 0n);
  return Number(scaled) / 2 ** 60;
}

const numbers = fc
  .array(fc.tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.integer({ min: -20, max: 40 })), { maxLength: 600 })
  .map((list) => Float64Array.from(list, ([x, exponent]) => x * 2 ** exponent));
const magnitude = (values: Float64Array) => values.reduce((sum, x) => sum + Math.abs(x), 0);

describe('the compensated sum', () => {
  test('errs by one rounding of the result and n 2^-105 of the magnitudes', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const exact = exactSum(values);
        const bound = 2 ** -52 * Math.abs(exact) + values.length * 2 ** -105 * magnitude(values);
        expect(Math.abs(compensatedSum(values) - exact)).toBeLessThanOrEqual(bound);
      }),
    );
  });

  test('keeps what cancellation leaves, where a plain sum gives 0', () => {
    const values = Float64Array.of(1, 1e100, 1, -1e100);
    expect(values.reduce((sum, x) => sum + x, 0)).toBe(0);
    expect(compensatedSum(values)).toBe(2);
  });

  test('is infinite, not NaN, when the sum overflows', () => {
    expect(compensatedSum(Float64Array.of(1e308, 1e308, 1))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the pairwise sum', () => {
  test('errs by at most (128 + log2(n / 128)) 2^-53 of the magnitudes', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(Math.abs(pairwiseSum(values) - exactSum(values))).toBeLessThanOrEqual(
          133 * 2 ** -53 * magnitude(values),
        );
      }),
    );
  });

  test('of a million tenths is within its bound, where a plain sum is 1e-6 off', () => {
    const tenths = new Float64Array(1_000_000).fill(0.1);
    expect(Math.abs(tenths.reduce((sum, x) => sum + x, 0) - 1e5)).toBeGreaterThan(1e-7);
    expect(Math.abs(pairwiseSum(tenths) - 1e5)).toBeLessThan(141 * 2 ** -53 * 1e5);
  });
});

test('nothing sums to 0, and one value to itself', () => {
  for (const sum of [compensatedSum, pairwiseSum]) {
    expect(sum(new Float64Array(0))).toBe(0);
    expect(sum(Float64Array.of(-7.25))).toBe(-7.25);
  }
});
