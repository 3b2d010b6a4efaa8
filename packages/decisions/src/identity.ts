import { type CountPostName, countPostNames, countPosts, type PostName } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision } from './decision.js';
import { refusePost } from './messages.js';
import { weightedCounts } from './weighted-counts.js';

/** The released counts themselves: the outcome of an entity is its count. */
export const identity: Decision = {
  name: 'identity',
  unit: 'count',
  privateRoles: ['count'],
  publicRoles: [],
  posts: countPostNames,
  truth: (input) => weightedCounts(input).counts.slice(),
  stages: (post, input, { simplexStart } = {}) => {
    if (!isCountPost(post)) throw refusePost('identity', post, countPostNames);
    return countPosts[post](compensatedSum(weightedCounts(input).counts), simplexStart);
  },
};

const isCountPost = (post: PostName): post is CountPostName => Object.hasOwn(countPosts, post);
