import { DpfairError } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import { exampleMessages } from '../messages.js';
import { type RowSplit, sampleRows, splitRows } from './split-rows.js';

/** What is known of the rows that are of use, all in the same order. */
export interface RowsToChoose {
  readonly rows: readonly number[];
  readonly group: Int32Array;
  readonly groupNames: readonly string[];
  /** The class of each row; the same for all where a number is predicted. */
  readonly target: Float64Array;
}

/** How rows are chosen. */
export interface ChooseRowsOptions {
  readonly testShare: number;
  /** Group -> how many of its training rows are used. */
  readonly groupSize: Readonly<Record<string, number>>;
  readonly seed: Seed;
}

/**
 * Rows for training and for testing: the same share of each group and class for testing, then of the groups with a size as many training rows
 * as it says, drawn without replacement. The draws of a group are the same whatever the sizes of the others.
 *
 * @throws DpfairError `usage` for a group that is not there, and for a size that is no whole number from 1 to its training rows
 */
export function chooseRows(of: RowsToChoose, { testShare, groupSize, seed }: ChooseRowsOptions): RowSplit {
  const split = splitRows(strataOf(of), testShare, seed);
  const sizes = Object.entries(groupSize);
  if (sizes.length === 0) return split;
  const groupOf = new Map(of.rows.map((row, at) => [row, of.group[at] as number]));
  const ofGroup = of.groupNames.map((): number[] => []);
  for (const row of split.training) ofGroup[groupOf.get(row) as number]?.push(row);
  for (const [name, size] of sizes) {
    const group = of.groupNames.indexOf(name);
    const rows = ofGroup[group];
    if (rows === undefined) throw new DpfairError('usage', exampleMessages.unknownGroup(name, of.groupNames));
    if (!(Number.isInteger(size) && size >= 1 && size <= rows.length))
      throw new DpfairError('usage', exampleMessages.badGroupSize(name, size, rows.length));
    ofGroup[group] = sampleRows(rows, size, seed, group + 1);
  }
  return { training: ofGroup.flat().sort((one, other) => one - other), test: split.test };
}

/** The rows of each group, and of each class within it. */
function strataOf({ rows, group, target }: RowsToChoose): number[][] {
  const strata = new Map<string, number[]>();
  const keys = rows.map((_, at) => `${group[at]}|${target[at]}`);
  for (const key of [...new Set(keys)].sort()) strata.set(key, []);
  rows.forEach((row, at) => {
    strata.get(keys[at] as string)?.push(row);
  });
  return [...strata.values()];
}
