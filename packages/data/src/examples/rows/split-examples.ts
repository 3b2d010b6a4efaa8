import type { Examples } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { chooseRows } from './choose-rows.js';
import type { RowSplit } from './split-rows.js';

/**
 * Which of examples are for training and which for testing: the same share of each group and class for testing, as `prepareExamples` splits. With
 * the seed, the share and the groups of a training it is the split of that training.
 *
 * @param testShare 0 to below 1
 * @example
 * splitExamples(examples, 0.2, 7).test.length // about a fifth
 */
export function splitExamples(examples: Examples, testShare: number, seed: string | number | bigint): RowSplit {
  const rows = Array.from({ length: examples.rows }, (_, row) => row);
  return chooseRows({ ...examples, rows }, { testShare, groupSize: {}, seed: parseSeed(seed) });
}
