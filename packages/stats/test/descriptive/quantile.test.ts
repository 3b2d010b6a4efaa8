import { describe, expect, it } from 'vitest';
import { quantileOfSorted } from '../../src/index.js';

describe('quantile of sorted values', () => {
  // Hyndman and Fan (1996), type 2, worked by hand.
  it.each([
    [[1, 2, 3, 10], 0.5, 2.5],
    [[1, 2, 3, 10], 0.25, 1.5],
    [[1, 2, 3, 10], 0.3, 2],
    [[1, 2, 3, 10, 11], 0.5, 3],
    [[1, 2, 3, 10, 11], 0.9, 11],
    [[7], 0.1, 7],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %j at %d is %d', (values, p, expected) => {
    expect(quantileOfSorted(Float64Array.from(values), p)).toBe(expected);
  });

  it('refuses nothing and a p that is no probability', () => {
    expect(() => quantileOfSorted(new Float64Array(0), 0.5)).toThrow(/values: none/);
    expect(() => quantileOfSorted(Float64Array.of(1), 1.5)).toThrow(/p: 1.5/);
  });
});
