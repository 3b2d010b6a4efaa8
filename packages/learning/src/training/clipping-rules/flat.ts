import type { BatchNorms, ClippingInForce, ClippingRule } from '../clipping.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/** g min(1, C / |g|) with a bound that may change from step to step. */
export function flatInForce(bound: number, space: Workspace): ClippingInForce {
  return {
    sensitivity: bound,
    factors(batch) {
      const factors = space.factors(batch.count);
      for (let k = 0; k < batch.count; k++) {
        const norm = totalNorm(batch, k);
        factors[k] = norm > bound ? bound / norm : 1;
      }
      return factors;
    },
    clips: (batch) => clipsAbove(bound, batch, space),
  };
}

/** Marks the examples whose gradient is longer than the bound. */
export function clipsAbove(bound: number, batch: BatchNorms, space: Workspace): Uint8Array {
  const clips = space.clips(batch.count);
  for (let k = 0; k < batch.count; k++) clips[k] = totalNorm(batch, k) > bound ? 1 : 0;
  return clips;
}

/** Abadi et al. (2016), Algorithm 1. */
export function flatRule(bound: number): ClippingRule {
  const inForce = flatInForce(bound, new Workspace());
  return { next: () => inForce, counts: [] };
}
