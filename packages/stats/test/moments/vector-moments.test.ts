import {
  addVector,
  emptyVectorMoments,
  mergeVectorMoments,
  type VectorMoments,
  vectorStandardError,
  vectorVariance,
} from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const width = 3;
const rows = fc.array(
  fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 99_999 })),
  { minLength: 1, maxLength: 60 },
);
type Rows = readonly (readonly number[])[];

function of(list: Rows): VectorMoments {
  const moments = emptyVectorMoments(width);
  for (const row of list) addVector(moments, Float64Array.from(row));
  return moments;
}

/** Exact for integers: n m2 = n sum x^2 - (sum x)^2 stays below 2^53. */
function expectBatch(moments: VectorMoments, list: Rows) {
  expect(moments.count).toBe(list.length);
  for (let i = 0; i < width; i++) {
    const sum = list.reduce((total, row) => total + (row[i] as number), 0);
    const squares = list.reduce((total, row) => total + (row[i] as number) ** 2, 0);
    const m2 = (list.length * squares - sum * sum) / list.length;
    expect(Math.abs((moments.mean[i] as number) - sum / list.length)).toBeLessThanOrEqual(1e-14 * 1e5);
    expect(Math.abs((moments.m2[i] as number) - m2)).toBeLessThanOrEqual(1e-14 * squares);
  }
}

describe('vector moments', () => {
  test('are the batch moments of each entity', () => {
    fc.assert(fc.property(rows, (list) => expectBatch(of(list), list)));
  });

  test('merged from shards, empty ones among them, are the batch moments of each entity', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (shards) => {
        const target = emptyVectorMoments(width);
        for (const shard of shards) {
          mergeVectorMoments(target, of(shard));
          mergeVectorMoments(target, emptyVectorMoments(width));
        }
        expectBatch(target, shards.flat());
      }),
    );
  });

  test('merged into empty ones are the same bits, and the source is left alone', () => {
    const source = of([
      [0.1, 7, -3],
      [0.2, 7, 11],
    ]);
    const before = structuredClone(source);
    const target = emptyVectorMoments(width);
    mergeVectorMoments(target, source);
    expect(target).toEqual(before);
    addVector(target, Float64Array.of(1, 2, 3));
    expect(source).toEqual(before);
  });

  test('give variance with either divisor and the standard error of the mean', () => {
    const moments = of([
      [1, 5, 0],
      [3, 5, 10],
    ]);
    expect([...vectorVariance(moments)]).toEqual([2, 0, 50]);
    expect([...vectorVariance(moments, 0)]).toEqual([1, 0, 25]);
    expect([...vectorStandardError(moments)]).toEqual([1, 0, 5]);
    expect([...vectorStandardError(of([[1, 2, 3]]))]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('refuse a vector of another length', () => {
    const message = 'length of the vector: 2 (allowed: 3, one per entity)';
    expect(() => addVector(emptyVectorMoments(3), new Float64Array(2))).toThrow(new RangeError(message));
    expect(() => mergeVectorMoments(emptyVectorMoments(3), emptyVectorMoments(2))).toThrow(new RangeError(message));
  });
});
