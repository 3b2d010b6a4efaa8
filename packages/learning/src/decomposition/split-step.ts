import type { StepMoments } from './step-moments.js';

/** What one step is expected to do to the mean loss of a group, to second order, by cause. */
export interface StepTerms {
  /** What the step would do without clipping and noise. */
  readonly descent: number;
  /** What clipping changes: `clippingFirst + clippingSecond`, which is `direction + magnitude` too. */
  readonly clipping: number;
  readonly clippingFirst: number;
  readonly clippingSecond: number;
  /** Part that comes from the changed direction of the step; null where the moments do not tell. */
  readonly direction: number | null;
  /** Part that comes from its changed length. */
  readonly magnitude: number | null;
  /** What the noise adds. */
  readonly noise: number;
}

/**
 * Splits a step of private gradient descent,
 * `E L_a(next) = L_a + descent + clipping + noise + O(|step|^3)`, with
 *
 * - `descent = -r <g_a, G> + r^2/2 E[g_B' H_a g_B]`,
 * - `clippingFirst = r (<g_a, G> - <g_a, C>)`, `clippingSecond = r^2/2 (E[c_B' H_a c_B] - E[g_B' H_a g_B])`,
 * - `direction = r <g_a, k G - C> + r^2/2 (E[c_B' H_a c_B] - k^2 E[g_B' H_a g_B])`, k = |C| / |G|,
 * - `noise = r^2/2 Tr(H_a) v`.
 *
 * Source: Tran, Dinh and Fioretto (2021), Theorem 2; direction and magnitude: Esipova et al. (2023). As printed, the noise term of the theorem has
 * the variance of noise that is added to the averaged gradient; v is that variance, whatever the algorithm divides by.
 *
 * @param learningRate r. @param noiseVariance v: of each coordinate of the averaged step.
 * @example
 * splitStep({ ...moments, hessianTrace: 3 }, 0.1, 0.04).noise // 0.0006
 */
export function splitStep(moments: StepMoments, learningRate: number, noiseVariance: number): StepTerms {
  const { innerRaw, innerClipped, curvatureRaw, curvatureClipped, lengthRatio: k } = moments;
  const half = (learningRate * learningRate) / 2;
  const clippingFirst = learningRate * (innerRaw - innerClipped);
  const clippingSecond = half * (curvatureClipped - curvatureRaw);
  const clipping = clippingFirst + clippingSecond;
  const direction =
    k === null ? null : learningRate * (k * innerRaw - innerClipped) + half * (curvatureClipped - k * k * curvatureRaw);
  return {
    descent: -learningRate * innerRaw + half * curvatureRaw,
    clipping,
    clippingFirst,
    clippingSecond,
    direction,
    magnitude: direction === null ? null : clipping - direction,
    noise: half * moments.hessianTrace * noiseVariance,
  };
}
