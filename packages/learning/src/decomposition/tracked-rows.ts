import type { Examples } from '@dpfair/result';
import { openStream, type Seed, shuffleFirst } from '@dpfair/stats';
import { trackedRowsBlock } from '../streams/addresses.js';

/** The rows that are looked at, group by group. */
export interface TrackedRows {
  /** One list a group, in the order of `groupNames`; empty for a group without rows. */
  readonly byGroup: readonly Int32Array[];
  /** Share of each group among all rows. */
  readonly shares: readonly number[];
  /** How many rows are looked at in all. */
  readonly rows: number;
}

/**
 * All rows where there are at most `most`, or a stratified random sample of them: each group in proportion to its size but with at least
 * `most / (4 groups)` rows where it has as many, so that small groups are seen. These come on top: up to `5/4 most` rows in all, and one
 * more for each group.
 *
 * @param most about how many: whole, at least 1; Infinity for all rows
 */
export function trackedRows(examples: Examples, most: number, seed: Seed): TrackedRows {
  const all: number[][] = examples.groupNames.map(() => []);
  for (let row = 0; row < examples.rows; row++) (all[examples.group[row] as number] as number[]).push(row);
  const least = most / (4 * all.length);
  const byGroup = all.map((rows, group) => {
    const wanted = Math.max(1, Math.floor(Math.max(least, most * (rows.length / examples.rows))));
    return Int32Array.from(examples.rows <= most || wanted >= rows.length ? rows : sample(rows, wanted, seed, group));
  });
  return {
    byGroup,
    shares: all.map((rows) => rows.length / examples.rows),
    rows: byGroup.reduce((sum, { length }) => sum + length, 0),
  };
}

/** Without replacement, in ascending order. */
function sample(rows: readonly number[], wanted: number, seed: Seed, group: number): readonly number[] {
  const shuffled = [...rows];
  shuffleFirst(shuffled, wanted, openStream(seed, 'split', trackedRowsBlock(group)));
  return shuffled.slice(0, wanted).sort((a, b) => a - b);
}
