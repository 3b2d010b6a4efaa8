/**
 * What one step of private training is expected to do to the mean loss of a group, to second order, split by cause:
 *
 * `E L_a(next) = loss + descent + clipping + noise + remainder`, `clipping = clippingFirst + clippingSecond = direction + magnitude`.
 *
 * Source: Tran, Dinh, Fioretto (2021), Theorem 2, with the variance of the averaged step in the noise term.
 */
export interface StepTerms {
  /** Mean loss of the group before the step. */
  readonly loss: number;
  /** `-rate <g_a, g_D> + rate^2/2 E[g_B' H_a g_B]`: what the step would do without clipping and noise. */
  readonly descent: number;
  /** `rate (<g_a, g_D> - <g_a, c_D>)`, c the clipped gradients. */
  readonly clippingFirst: number;
  /** `rate^2/2 (E[c_B' H_a c_B] - E[g_B' H_a g_B])`. */
  readonly clippingSecond: number;
  /** Part of the clipping term that comes from the changed direction of the step. */
  readonly direction: number;
  /** Part of the clipping term that comes from its changed length. */
  readonly magnitude: number;
  /** `rate^2/2 Tr(H_a) v`, v the variance of each coordinate of the noise of the averaged step. */
  readonly noise: number;
  readonly hessianTrace: number;
  /** Standard error of the trace: 0 in closed form. */
  readonly hessianTraceError: number;
  /** Norm of the mean gradient of the group. */
  readonly gradientNorm: number;
  /** Mean of the gradient norms of the examples of the group. */
  readonly meanGradientNorm: number;
  /** Fraction of the examples of the group that are clipped. */
  readonly clipRate: number;
  /** Mean of 1 - sum of squared class probabilities: closeness to the boundary; null for models without probabilities. */
  readonly boundary: number | null;
}
