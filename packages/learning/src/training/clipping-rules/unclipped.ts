import type { ClippingRule } from '../clipping.js';
import { Workspace } from './workspace.js';

/** Training without privacy: every factor is 1, and nothing limits what an example adds. */
export function unclipped(): ClippingRule {
  const space = new Workspace();
  return {
    next: () => ({
      sensitivity: Number.POSITIVE_INFINITY,
      factors: ({ count }) => space.factors(count).fill(1, 0, count),
      clips: ({ count }) => space.clips(count).fill(0, 0, count),
    }),
    counts: [],
  };
}
