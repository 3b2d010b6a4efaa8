// Tran, Fioretto, Van Hentenryck, Yao (2021), "Decision making with differential privacy under a fairness lens", P^F.
import { allotmentOfShares, allotShares, baselineRule, posRule } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision } from './decision.js';
import { identity } from './identity.js';
import { nothingToAllot } from './messages.js';

/**
 * Shares of a fixed budget in proportion to weighted counts: a_i x_i / sum_j a_j x_j. `clip`, `sum` and `simplex` act
 * on the counts before the shares are taken; `baseline` is the same rule as `clip`; `pos` acts on the shares.
 */
export const allotment: Decision = {
  name: 'allotment',
  unit: 'share',
  privateRoles: ['count'],
  publicRoles: ['weight'],
  posts: ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'],
  truth: ({ counts, weights }) => {
    if (compensatedSum(counts) === 0) throw nothingToAllot();
    const shares = counts.slice();
    allotShares(shares, weights);
    return shares;
  },
  stages: (post, input, hints = {}) => {
    if (post === 'baseline') return baselineRule(input.weights);
    if (post === 'pos') return posRule(input.weights, hints.simplexStart);
    return [...identity.stages(post, input, hints), allotmentOfShares(input.weights)];
  },
};
