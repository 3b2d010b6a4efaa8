import type { ClippingInForce, ClippingRule } from '../clipping.js';
import { clipsAbove } from './flat.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/** g C / (|g| + stability): every gradient gets about the same length. Bu et al. (2023). */
export function automaticRule(bound: number, stability: number): ClippingRule {
  const space = new Workspace();
  const inForce: ClippingInForce = {
    sensitivity: bound,
    factors(batch) {
      const factors = space.factors(batch.count);
      for (let k = 0; k < batch.count; k++) factors[k] = bound / (totalNorm(batch, k) + stability);
      return factors;
    },
    clips: (batch) => clipsAbove(bound - stability, batch, space),
  };
  return { next: () => inForce, counts: [] };
}
