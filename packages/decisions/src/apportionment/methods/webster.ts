import type { DivisorMethod } from '../method.js';

/** Major fractions (Webster 1832; Sainte-Lague): signposts k + 1/2. */
export const webster: DivisorMethod = {
  kind: 'divisor',
  minimum: 0,
  squaredDoubleSignpost: (held) => (2 * held + 1) ** 2,
};
