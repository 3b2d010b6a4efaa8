// Tran, Fioretto, Van Hentenryck, Yao (2021), "Decision making with differential privacy under a fairness lens", P^F.
import {
  type AllotmentRuleName,
  allotmentOfShares,
  allotmentRules,
  allotShares,
  type PostName,
  postNames,
} from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision } from './decision.js';
import { identity } from './identity.js';
import { nothingToAllot } from './messages.js';
import { weightedCounts } from './weighted-counts.js';

/**
 * Shares of a fixed budget in proportion to weighted counts: a_i x_i / sum_j a_j x_j. `clip`, `sum` and `simplex` act
 * on the counts before the shares are taken; `baseline` is the same rule as `clip`; `pos` acts on the shares.
 */
export const allotment: Decision = {
  name: 'allotment',
  unit: 'share',
  privateRoles: ['count'],
  publicRoles: ['weight'],
  posts: postNames,
  truth: (input) => {
    const { counts, weights } = weightedCounts(input);
    if (compensatedSum(counts) === 0) throw nothingToAllot();
    const shares = counts.slice();
    allotShares(shares, weights);
    return shares;
  },
  stages: (post, input, hints = {}) => {
    const { weights } = weightedCounts(input);
    return isRule(post)
      ? allotmentRules[post](weights, hints.simplexStart)
      : [...identity.stages(post, input, hints), allotmentOfShares(weights)];
  },
};

const isRule = (post: PostName): post is AllotmentRuleName => Object.hasOwn(allotmentRules, post);
