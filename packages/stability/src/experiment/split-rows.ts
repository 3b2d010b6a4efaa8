import { drawRows, openStream, type Seed } from '@dpfair/stats';
import { tooFewRows } from './messages.js';

/** Rows to draw from and rows to test on, ascending. */
export interface RowSplit {
  readonly pool: Int32Array;
  readonly test: Int32Array;
}

/**
 * Keeps a random part of the rows, rounded, for testing.
 *
 * @param testShare within (0, 1).
 * @throws DpfairError `input` where either part would be empty.
 * @example
 * splitRows(10, 0.2, parseSeed(1)).test.length // 2
 */
export function splitRows(rows: number, testShare: number, seed: Seed): RowSplit {
  const count = Math.round(testShare * rows);
  if (count < 1 || count >= rows) throw tooFewRows(rows, 'test share', testShare);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const { chosen, others } = drawRows(order, count, openStream(seed, 'split', 0));
  return { test: chosen, pool: others };
}

/**
 * The training rows of a repetition: a random part of the pool, rounded, ascending. Repetitions are independent of one another.
 *
 * @param share above 0, at most 1.
 * @param repetition from 0.
 * @throws DpfairError `input` where fewer than two rows would be left.
 */
export function drawTraining(pool: Int32Array, share: number, seed: Seed, repetition: number): Int32Array {
  return drawRows(pool, trainingRows(pool, share), openStream(seed, 'split', 1 + repetition)).chosen;
}

/** How many rows a repetition trains on. @throws DpfairError `input` for fewer than two */
export function trainingRows(pool: Int32Array, share: number): number {
  const count = Math.round(share * pool.length);
  if (count < 2) throw tooFewRows(pool.length, 'train share', share);
  return count;
}
