import { drawRows, openStream, type Seed } from '@dpfair/stats';

/** Rows, ascending, for training and for testing. */
export interface RowSplit {
  readonly training: readonly number[];
  readonly test: readonly number[];
}

/**
 * Splits rows at random, the same part of every stratum: strata one after another, so many of each that of the rows so far the share
 * asked for is taken (rounded), and at least one row of each stratum stays for training.
 *
 * @param strata rows of each stratum
 * @param testShare 0 to below 1
 */
export function splitRows(strata: readonly (readonly number[])[], testShare: number, seed: Seed): RowSplit {
  const stream = openStream(seed, 'split', 0);
  const training: number[] = [];
  const test: number[] = [];
  let [seen, taken] = [0, 0];
  for (const rows of strata) {
    seen += rows.length;
    const wanted = Math.max(0, Math.round(testShare * seen) - taken);
    const count = Math.min(wanted, Math.max(0, rows.length - 1));
    const { chosen, others } = drawRows(Int32Array.from(rows), count, stream);
    taken += count;
    // Not spread into arguments: a stratum may have a million rows.
    for (const row of chosen) test.push(row);
    for (const row of others) training.push(row);
  }
  return { training: ascending(training), test: ascending(test) };
}

/** `count` of the rows drawn without replacement, ascending. */
export function sampleRows(rows: readonly number[], count: number, seed: Seed, block: number): number[] {
  return [...drawRows(Int32Array.from(rows), count, openStream(seed, 'split', block)).chosen];
}

const ascending = (rows: number[]): number[] => rows.sort((one, other) => one - other);
