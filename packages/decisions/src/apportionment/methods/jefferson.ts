import type { DivisorMethod } from '../method.js';

/** Greatest divisors (Jefferson 1792; D'Hondt): signposts k + 1, which favours the large. */
export const jefferson: DivisorMethod = {
  kind: 'divisor',
  minimum: 0,
  squaredDoubleSignpost: (held) => 4 * (held + 1) ** 2,
};
