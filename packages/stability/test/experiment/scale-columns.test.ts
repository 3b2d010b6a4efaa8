import { describe, expect, it } from 'vitest';
import { pickRows } from '../../src/experiment/pick-rows.js';
import { scaleColumns } from '../../src/experiment/scale-columns.js';
import type { TrainingSet } from '../../src/program/training-set.js';

const set: TrainingSet = {
  rows: 3,
  columns: ['a', 'b', 'c'],
  features: Float64Array.of(1, 5, 7, 3, 5, 8, 100, 6, 9),
  labels: Int8Array.of(1, -1, 1),
  groups: [
    { name: 'g', values: ['x', 'y'], of: Int32Array.of(0, 1, 1) },
    { name: 'h', values: ['p', 'q'], of: Int32Array.of(1, 0, 1) },
  ],
};

describe('scaled columns', () => {
  it('have mean 0 and deviation 1 over the rows that were named, and the others follow', () => {
    const { features } = scaleColumns(set, Int32Array.of(0, 1), [true, true, false]);
    // a: mean 2, deviation 1. b: 5 in both rows, so that only its mean goes.
    expect([...features]).toEqual([-1, 0, 7, 1, 0, 8, 98, 1, 9]);
    expect(set.features[0]).toBe(1);
  });

  it('that hold one value become distances from it, whatever rounding makes of its mean', () => {
    const constant = { ...set, rows: 13, columns: ['a'], features: new Float64Array(13).fill(0.1) };
    constant.features[12] = 0.2;
    const { features } = scaleColumns(
      constant,
      Int32Array.from({ length: 12 }, (_, row) => row),
      [true],
    );
    expect([...features]).toEqual([...new Array<number>(12).fill(0), 0.1]);
  });
});

describe('picked rows', () => {
  it('come in the order in which they are named, with the groups that are kept', () => {
    const picked = pickRows(set, Int32Array.of(2, 0, 2), [1]);
    expect([...picked.features]).toEqual([100, 6, 9, 1, 5, 7, 100, 6, 9]);
    expect([...picked.labels]).toEqual([1, 1, 1]);
    expect(picked.groups).toEqual([{ name: 'h', values: ['p', 'q'], of: Int32Array.of(1, 1, 1) }]);
  });
});
