import type { ClippingInForce, ClippingRule } from '../clipping.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/**
 * DPSGD-F (Xu, Du and Wu, 2021): group k is clipped to `C_k = C (1 + r_k / mean r)`, r_k the noisy fraction of its gradients that are longer
 * than C. An example adds 1 to one count of its group (clipped or not), and the noise of the step is scaled to the largest C_k.
 * The counts are of sensitivity 1 together, as the groups are disjoint and each example is in one of the two counts of its group.
 */
export function byGroupRule(bound: number, groups: number, countNoise: number): ClippingRule {
  const space = new Workspace();
  return {
    next(batch, stream) {
      const clipped = new Float64Array(groups);
      const kept = new Float64Array(groups);
      for (let k = 0; k < batch.count; k++) {
        const group = batch.groups[k] as number;
        const counts = totalNorm(batch, k) > bound ? clipped : kept;
        counts[group] = (counts[group] as number) + 1;
      }
      const rates = Array.from({ length: groups }, (_, group) => {
        const long = Math.max(0, (clipped[group] as number) + countNoise * stream.nextGaussian());
        const short = Math.max(0, (kept[group] as number) + countNoise * stream.nextGaussian());
        return long + short > 0 ? long / (long + short) : 0;
      });
      const mean = rates.reduce((sum, rate) => sum + rate, 0) / groups;
      return boundsInForce(
        rates.map((rate) => bound * (1 + (mean > 0 ? rate / mean : 1))),
        space,
      );
    },
    counts: [countNoise],
  };
}

function boundsInForce(bounds: readonly number[], space: Workspace): ClippingInForce {
  return {
    sensitivity: Math.max(...bounds),
    factors(batch) {
      const factors = space.factors(batch.count);
      for (let k = 0; k < batch.count; k++) {
        const limit = bounds[batch.groups[k] as number] as number;
        const norm = totalNorm(batch, k);
        factors[k] = norm > limit ? limit / norm : 1;
      }
      return factors;
    },
    clips(batch) {
      const clips = space.clips(batch.count);
      for (let k = 0; k < batch.count; k++) {
        clips[k] = totalNorm(batch, k) > (bounds[batch.groups[k] as number] as number) ? 1 : 0;
      }
      return clips;
    },
  };
}
