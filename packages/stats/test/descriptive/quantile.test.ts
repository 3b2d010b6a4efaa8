import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '../../src/index.js';

describe('quantile of sorted values', () => {
  // numpy.quantile, method 'linear'.
  it.each([
    [[1, 2, 3, 10], 0.5, 2.5],
    [[1, 2, 3, 10], 0.25, 1.75],
    [[1, 2, 3, 10], 0.3, 1.9],
    [[1, 2, 3, 10, 11], 0.5, 3],
    [[1, 2, 3, 10, 11], 0.9, 10.6],
    [[7], 0.1, 7],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantileOfSorted(Float64Array.from(values), p)).toBeCloseTo(expected, 14);
  });

  it('refuses nothing and a p that is no probability', () => {
    expect(() => quantileOfSorted(new Float64Array(0), 0.5)).toThrow(/values: none/);
    expect(() => quantileOfSorted(Float64Array.of(1), 1.5)).toThrow(/p: 1.5/);
  });
});
