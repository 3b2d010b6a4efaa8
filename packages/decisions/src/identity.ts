import { clip, projectionOntoSimplex, projectionOntoSum } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision } from './decision.js';
import { refusePost } from './messages.js';

/** The released counts themselves: the outcome of an entity is its count. */
export const identity: Decision = {
  name: 'identity',
  unit: 'count',
  privateRoles: ['count'],
  publicRoles: [],
  posts: ['none', 'clip', 'sum', 'simplex'],
  truth: ({ counts }) => counts.slice(),
  stages: (post, { counts }, hints = {}) => {
    switch (post) {
      case 'none':
        return [];
      case 'clip':
        return [clip()];
      case 'sum':
        return [projectionOntoSum(compensatedSum(counts))];
      case 'simplex':
        return [projectionOntoSimplex(compensatedSum(counts), hints.simplexStart)];
      default:
        throw refusePost('identity', post, identity.posts);
    }
  },
};
