// Tran, Fioretto, Van Hentenryck, Yao (2021): B_i is about half the trace of the Hessian times the variance; exact for quadratics.
import type { DecisionInput } from '../decision.js';
import type { Curvature } from './curvature.js';

/**
 * Bias to second order in independent symmetric noise on every count: half the trace of the Hessian times the variance.
 *
 * @param variance of the noise of one count, in counts squared.
 * @returns bias per entity, in the unit of the outcome.
 */
export function curvatureBias(curvature: Curvature, input: DecisionInput, variance: number): Float64Array {
  return curvature.trace(input).map((trace) => (trace * variance) / 2);
}

/**
 * What keeping the true total adds to it. Noise that was projected onto sum 0 has the covariance variance (I - 1 1' / n), so the bias changes by
 * minus the sum of all elements of the Hessian times variance / (2 n).
 */
export function sumConstraintBias(curvature: Curvature, input: DecisionInput, variance: number): Float64Array {
  const sums = curvature.sum(input);
  return sums.map((sum) => (-sum * variance) / (2 * sums.length));
}
