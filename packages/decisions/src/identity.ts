import { type CountPostName, countPostNames, countPosts, type PostName, type Stage } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision, PipelineHints } from './decision.js';
import { refusePost } from './messages.js';
import { pipelineOf } from './pipeline.js';
import { weightedCounts } from './weighted-counts.js';

/** The released counts themselves: the outcome of an entity is its count. */
export const identity: Decision = {
  name: 'identity',
  parameters: {},
  unit: 'count',
  privateRoles: ['count'],
  publicRoles: [],
  posts: countPostNames,
  truth: (input) => weightedCounts(input).counts.slice(),
  pipeline: (post, input, hints) =>
    pipelineOf('count', countStages('identity', post, weightedCounts(input).counts, hints)),
};

/**
 * Post-processing of the counts of one column with their true total.
 * @throws DpfairError `usage` for a rule that makes shares.
 */
export function countStages(
  decision: string,
  post: PostName,
  counts: Float64Array,
  { simplexStart }: PipelineHints = {},
): readonly Stage[] {
  if (!isCountPost(post)) throw refusePost(decision, post, countPostNames);
  return countPosts[post](compensatedSum(counts), simplexStart);
}

const isCountPost = (post: PostName): post is CountPostName => Object.hasOwn(countPosts, post);
