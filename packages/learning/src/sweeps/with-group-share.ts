import type { Examples } from '@dpfair/result';
import { openStream, type Seed } from '@dpfair/stats';
import { pickExamples } from '../examples/pick-examples.js';
import { groupShareBlock } from '../streams/addresses.js';

/**
 * The examples with a random share of the rows of one group, rounded to whole rows but at least one; the other rows stay, in order. The smaller
 * of two shares is inside the larger one.
 *
 * @param share above 0, at most 1
 */
export function withGroupShare(examples: Examples, group: number, share: number, seed: Seed): Examples {
  const stream = openStream(seed, 'split', groupShareBlock);
  const members: { readonly row: number; readonly rank: number }[] = [];
  for (let row = 0; row < examples.rows; row++) {
    if (examples.group[row] === group) members.push({ row, rank: stream.nextUniform() });
  }
  members.sort((a, b) => a.rank - b.rank);
  const left = new Set(members.slice(Math.max(1, Math.round(share * members.length))).map(({ row }) => row));
  const kept = Int32Array.from({ length: examples.rows }, (_, row) => row).filter((row) => !left.has(row));
  return pickExamples(examples, kept);
}
