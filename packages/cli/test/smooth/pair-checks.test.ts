import type { PairSearchOfResult } from '@dpfair/result';
import { expect, it } from 'vitest';
import { pairChecks } from '../../src/smooth/pairs/pair-checks.js';
import { parsePairCondition } from '../../src/spec/smooth/smooth-condition.js';

/** A search of sampled answers whose worst pair has ratio 3; with the excess taken off, some pair has 2. */
const search = {
  of: 'smoothed',
  search: 'nearest',
  changed: [],
  excess: 0.1,
  violations: 4,
  unseen: 0,
  provenRatio: 2,
  worst: [{ ratio: 3 }],
  groups: [{ group: 'a', violations: 1, unseen: 0, largestRatio: 1.5, provenRatio: 0.5 }],
} as unknown as PairSearchOfResult;

it.each([
  ['a limit above the largest ratio that was found passes', 'ratio>3', {}, 'pass'],
  ['a limit between what is proved and what was found is inconclusive', 'ratio>2', {}, 'inconclusive'],
  ['a limit below what is proved fails', 'ratio>1.9', {}, 'fail'],
  ['exact answers fail below the largest ratio', 'ratio>2.9', { excess: 0 }, 'fail'],
  ['a group has ratios of its own', 'ratio:a>1', {}, 'inconclusive'],
  ['violations have the excess taken off already', 'violations>3', {}, 'fail'],
  ['people who are the same to the metric have a ratio beyond every limit', 'ratio>1e9', { unseen: 1 }, 'fail'],
  ['a group that is not in the search is no pass', 'ratio:b>1', {}, 'error'],
] as const)('%s', (_claim, text, changes, status) => {
  const [check] = pairChecks([parsePairCondition(text)], [{ ...search, ...changes }]);
  expect(check?.status).toBe(status);
});
