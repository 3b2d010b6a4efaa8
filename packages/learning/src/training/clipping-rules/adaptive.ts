import type { ClippingRule } from '../clipping.js';
import { flatInForce } from './flat.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/**
 * Flat clipping whose bound follows a quantile of the gradient norms: after each step
 * `C <- C exp(-rate (fraction - quantile))`, fraction being a noisy count of the norms below C over the expected batch.
 * Andrew et al. (2021). The count is of b - 1/2 with b 0 or 1, so that one example changes it by at most 1/2.
 *
 * @param countNoise standard deviation of the noise of the count.
 */
export function adaptiveRule(bound: number, quantile: number, rate: number, countNoise: number): ClippingRule {
  const space = new Workspace();
  let current = bound;
  return {
    next(batch, stream, expected) {
      const inForce = flatInForce(current, space);
      let below = 0;
      for (let k = 0; k < batch.count; k++) below += totalNorm(batch, k) <= current ? 0.5 : -0.5;
      const fraction = (below + countNoise * stream.nextGaussian()) / expected + 0.5;
      current *= Math.exp(-rate * (Math.min(1, Math.max(0, fraction)) - quantile));
      return inForce;
    },
    counts: [2 * countNoise],
  };
}
