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
import { countStages } from './identity.js';
import { nothingToAllot } from './messages.js';
import { pipelineOf } from './pipeline.js';
import { weightedCounts } from './weighted-counts.js';

/**
 * Shares of a fixed budget in proportion to weighted counts: a_i x_i / sum_j a_j x_j. `clip`, `sum` and `simplex` act
 * on the counts before the shares are taken; `baseline` is the same rule as `clip`; `pos` acts on the shares.
 */
export const allotment: Decision = {
  name: 'allotment',
  parameters: {},
  unit: 'share',
  privateRoles: ['count'],
  publicRoles: ['weight'],
  positiveRoles: ['weight'],
  posts: postNames,
  // The last step divides by the sum, or projects onto shares that add up to 1.
  addsUp: () => true,
  truth: (input) => {
    const { counts, weights } = weightedCounts(input);
    if (compensatedSum(counts) === 0) throw nothingToAllot();
    const shares = counts.slice();
    allotShares(shares, weights);
    return shares;
  },
  pipeline: (post, input, hints = {}) => {
    const { counts, weights } = weightedCounts(input);
    const stages = isRule(post)
      ? allotmentRules[post](weights, hints.simplexStart)
      : [...countStages('allotment', post, counts, hints), allotmentOfShares(weights)];
    return pipelineOf('count', stages);
  },
};

const isRule = (post: PostName): post is AllotmentRuleName => Object.hasOwn(allotmentRules, post);
