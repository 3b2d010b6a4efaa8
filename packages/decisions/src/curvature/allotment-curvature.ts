// Tran, Fioretto, Van Hentenryck, Yao (2021), the problem P^F; second derivatives worked out in docs/methods/curvature.md.
import { compensatedSum } from '@dpfair/stats';
import type { DecisionInput } from '../decision.js';
import { weightedCounts } from '../weighted-counts.js';
import { allotmentCurvatureBias } from './allotment-curvature-bias.js';
import type { Curvature } from './curvature.js';

/**
 * Second derivatives of the raw shares P_i = a_i x_i / Z, Z = sum a_j x_j:
 * d^2 P_i / dx_j dx_l = (a_j a_l / Z^2) (2 P_i - [i = j] a_i / a_j - [i = l] a_i / a_l), which is (a_i / Z^2) times
 * (2 x_i a_j a_l / Z - [i = j] a_l - [i = l] a_j). They depend on the counts.
 */
export const allotmentCurvature: Curvature = {
  constant: false,
  // Half the trace times the variance is the bias.
  trace: (input) => allotmentCurvatureBias(weightedCounts(input), 2),
  sum: (input) => {
    const { weight, share, total, entities } = partsOf(input);
    const weights = compensatedSum(entities.map((_, i) => weight(i)));
    return entities.map((_, i) => (2 * weights * (share(i) * weights - weight(i))) / total ** 2);
  },
  product: (input, entity, vector) => {
    const { weight, share, total, entities } = partsOf(input);
    const along = compensatedSum(entities.map((_, j) => weight(j) * (vector[j] as number)));
    const own = weight(entity);
    const common = 2 * share(entity) * along - own * (vector[entity] as number);
    return entities.map((_, j) => (weight(j) * common - (j === entity ? own * along : 0)) / total ** 2);
  },
};

function partsOf(input: DecisionInput) {
  const { counts, weights } = weightedCounts(input);
  const weight = (i: number) => (weights === null ? 1 : (weights[i] as number));
  const total = compensatedSum(counts.map((count, i) => weight(i) * count));
  return { weight, total, share: (i: number) => (weight(i) * (counts[i] as number)) / total, entities: counts };
}
