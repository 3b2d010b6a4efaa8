import type { DecisionInput } from '../decision.js';

/** The second derivatives of the outcomes of a decision with respect to its private counts (one column of n counts). */
export interface Curvature {
  /** True where the second derivatives are the same for all counts, as for linear and quadratic outcomes. */
  readonly constant: boolean;
  /** Trace of the Hessian of the outcome of every entity: n numbers, in outcomes per count squared. O(n). */
  readonly trace: (input: DecisionInput) => Float64Array;
  /** Sum over all elements of the Hessian of the outcome of every entity: n numbers. O(n). */
  readonly sum: (input: DecisionInput) => Float64Array;
  /** The Hessian of the outcome of one entity times a vector of length n. O(n), so that no n x n matrix is needed. */
  readonly product: (input: DecisionInput, entity: number, vector: Float64Array) => Float64Array;
}
