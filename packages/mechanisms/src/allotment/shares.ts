// Tran, Fioretto, Van Hentenryck, Yao (2021), "Decision making with differential privacy under a fairness lens", P^F.
import { pairwiseSum } from '@dpfair/stats';
import type { Stage } from '../stage.js';

/** The allotment of shares as a stage: v_i -> a_i v_i / sum_j a_j v_j, with a = 1 when `weights` is null. */
export function allotmentOfShares(weights: Float64Array | null): Stage {
  return {
    description: {
      name: 'allotment',
      parameters: { weights: weights === null ? 'equal' : 'weight' },
      linear: false,
      keeps: { sum: false, sign: false, integers: false },
    },
    apply: (values) => allotShares(values, weights),
  };
}

/**
 * Turns counts into shares in place: a_i v_i / sum_j a_j v_j. The shares sum to 1; some are negative when counts are.
 * Where the sum is exactly 0 shares do not exist: by convention everyone gets 1 / n, so that nothing is left over.
 */
export function allotShares(values: Float64Array, weights: Float64Array | null): void {
  if (weights !== null) {
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * (weights[i] as number);
  }
  const normaliser = pairwiseSum(values);
  if (normaliser === 0) {
    values.fill(1 / values.length);
    return;
  }
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / normaliser;
}
