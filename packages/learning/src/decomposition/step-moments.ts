/**
 * What one step of private training looks like from a group: the numbers from which the step is split. They can come from a
 * measurement (`openStepMeter`) or from the log of a training that was run elsewhere.
 *
 * g_a is the mean gradient of the group; G and C are what the step is expected to follow, without and with clipping (the mean
 * gradient of all rows, plus what the regularization adds); g_B and c_B are the same for one random batch.
 */
export interface StepMoments {
  /** Mean loss of the group before the step. */
  readonly loss: number;
  /** <g_a, G>. */
  readonly innerRaw: number;
  /** <g_a, C>. */
  readonly innerClipped: number;
  /** E[g_B' H_a g_B], H_a the Hessian of the mean loss of the group. */
  readonly curvatureRaw: number;
  /** E[c_B' H_a c_B]. */
  readonly curvatureClipped: number;
  /** |C| / |G|, the same for every group; null where it was not logged, or G is 0. */
  readonly lengthRatio: number | null;
  /** Trace of H_a. */
  readonly hessianTrace: number;
  /** Standard error of the trace: 0 in closed form. */
  readonly hessianTraceError: number;
  /** |g_a|. */
  readonly gradientNorm: number | null;
  /** Mean norm of the gradients of the rows of the group. */
  readonly meanGradientNorm: number | null;
  /** Fraction of the rows of the group that are clipped. */
  readonly clipRate: number | null;
  /** Mean of 1 - sum of squared class probabilities: closeness to the boundary; null without probabilities. */
  readonly boundary: number | null;
}
