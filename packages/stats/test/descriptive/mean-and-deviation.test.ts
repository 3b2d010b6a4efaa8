import { describe, expect, it } from 'vitest';
import { meanAndDeviation } from '../../src/descriptive/mean-and-deviation.js';

describe('mean and deviation', () => {
  it('are those of the definition, with divisor n', () => {
    // Squared distances from 5: 9, 1, 1, 1, 0, 0, 4, 16; their sum is 32 of 8 numbers.
    expect(meanAndDeviation(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ mean: 5, deviation: 2 });
    const { mean, deviation } = meanAndDeviation(Float64Array.of(1e9 + 0.25, 1e9 - 0.25));
    expect([mean, deviation]).toEqual([1e9, 0.25]);
  });

  it.each([3, 10, 12, 8000])('of %i times 0.1 are 0.1 and 0, though sums of them are rounded', (count) => {
    expect(meanAndDeviation(new Float64Array(count).fill(0.1))).toEqual({ mean: 0.1, deviation: 0 });
  });

  it('see a single number that differs, however little', () => {
    const values = new Float64Array(8).fill(1);
    values[3] = 1 + 2 ** -40;
    // One of 8 at distance d of the others: the deviation is d sqrt(7) / 8.
    expect(meanAndDeviation(values).deviation / ((2 ** -40 * Math.sqrt(7)) / 8)).toBeCloseTo(1, 3);
  });

  it('of no numbers are refused', () => {
    expect(() => meanAndDeviation(new Float64Array(0))).toThrow(RangeError);
  });
});
