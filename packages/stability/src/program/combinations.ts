import type { GroupColumn } from './training-set.js';

/** Rows by the values of all group columns together. */
export interface Combinations {
  /** Of each row: the last column's value counts by 1, the one before it by the number of the last one's values, and so on. */
  readonly of: Int32Array;
  /** Combinations that can be, whether or not a row has them. */
  readonly count: number;
}

/** The combinations of group values, and each row's. Weights of a classifier by group are in their order. */
export function combinations(groups: readonly GroupColumn[], rows: number): Combinations {
  const of = new Int32Array(rows);
  let count = 1;
  for (const group of groups) {
    count *= group.values.length;
    for (let row = 0; row < rows; row++) {
      of[row] = (of[row] as number) * group.values.length + (group.of[row] as number);
    }
  }
  return { of, count };
}
