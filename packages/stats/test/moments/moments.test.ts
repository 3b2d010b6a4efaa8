import { addValue, emptyMoments, type Moments, mergeMoments, standardError, variance } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 200 });
const of = (list: readonly number[]) => list.reduce(addValue, emptyMoments);

/** Exact for integers: n m2 = n sum x^2 - (sum x)^2 stays far below 2^53. */
function batch(list: readonly number[]): Moments {
  const count = list.length;
  const sum = list.reduce((total, x) => total + x, 0);
  const squares = list.reduce((total, x) => total + x * x, 0);
  return { count, mean: sum / count, m2: (count * squares - sum * sum) / count };
}

function expectClose(actual: Moments, expected: Moments) {
  expect(actual.count).toBe(expected.count);
  expect(Math.abs(actual.mean - expected.mean)).toBeLessThanOrEqual(1e-14 * 1000);
  expect(Math.abs(actual.m2 - expected.m2)).toBeLessThanOrEqual(
    1e-14 * (expected.m2 + expected.count * expected.mean ** 2),
  );
}

describe('moments', () => {
  test('of values added one by one are those of the batch', () => {
    fc.assert(fc.property(values, (list) => expectClose(of(list), batch(list))));
  });

  test('merged from any pieces, in any grouping, are those of the batch', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (pieces) => {
        const shards = pieces.map(of);
        expectClose(shards.reduce(mergeMoments, emptyMoments), batch(pieces.flat()));
        expectClose(
          shards.reduceRight((right, left) => mergeMoments(left, right), emptyMoments),
          batch(pieces.flat()),
        );
      }),
    );
  });

  test('merged with those of nothing are unchanged to the bit', () => {
    const moments = of([1, 4, 9]);
    expect(mergeMoments(moments, emptyMoments)).toEqual(moments);
    expect(mergeMoments(emptyMoments, moments)).toEqual(moments);
    expect(mergeMoments(emptyMoments, emptyMoments)).toEqual(emptyMoments);
  });

  test('keep a variance of 30 beside a mean of a billion, where sums of squares lose it', () => {
    const moments = of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(variance(moments)).toBe(30);
    expect(variance(moments, 0)).toBe(22.5);
    expect(standardError(moments)).toBe(Math.sqrt(30 / 4));
  });

  test('of too few values have no variance', () => {
    expect(variance(emptyMoments)).toBeNaN();
    expect(variance(emptyMoments, 0)).toBeNaN();
    expect(variance(of([5]))).toBeNaN();
    expect(variance(of([5]), 0)).toBe(0);
    expect(standardError(of([5]))).toBeNaN();
  });
});
