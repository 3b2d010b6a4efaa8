import type { BatchNorms, ClippingInForce, ClippingRule } from '../clipping.js';
import { clipsAbove } from './flat.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/** What becomes of a gradient that is longer than the limit. */
type Beyond = 'dropped' | 'clipped';

function globalInForce(bound: number, limit: number, beyond: Beyond, space: Workspace): ClippingInForce {
  return {
    sensitivity: bound,
    factors(batch) {
      const factors = space.factors(batch.count);
      for (let k = 0; k < batch.count; k++) {
        const norm = totalNorm(batch, k);
        if (norm <= limit) factors[k] = bound / limit;
        else factors[k] = beyond === 'dropped' ? 0 : bound / norm;
      }
      return factors;
    },
    clips: (batch) => clipsAbove(limit, batch, space),
  };
}

/** DPSGD-Global (Bu et al., 2021): all gradients are scaled by C / Z, and those longer than Z are left out. */
export function globalRule(bound: number, limit: number): ClippingRule {
  const inForce = globalInForce(bound, limit, 'dropped', new Workspace());
  return { next: () => inForce, counts: [] };
}

/**
 * DPSGD-Global-Adapt (Esipova et al., 2023): those longer than Z are clipped instead, and
 * `Z <- Z exp(-rate + fraction)`, fraction being the noisy fraction of gradients longer than Z.
 */
export function globalAdaptiveRule(bound: number, limit: number, rate: number, countNoise: number): ClippingRule {
  const space = new Workspace();
  let current = limit;
  return {
    next(batch, stream, expected) {
      const inForce = globalInForce(bound, current, 'clipped', space);
      const above = countAbove(batch, current) + countNoise * stream.nextGaussian();
      current *= Math.exp(Math.min(1, Math.max(0, above / expected)) - rate);
      return inForce;
    },
    counts: [countNoise],
  };
}

function countAbove(batch: BatchNorms, limit: number): number {
  let above = 0;
  for (let k = 0; k < batch.count; k++) if (totalNorm(batch, k) > limit) above++;
  return above;
}
