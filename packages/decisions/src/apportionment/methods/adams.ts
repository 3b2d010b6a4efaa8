import type { DivisorMethod } from '../method.js';

/** Smallest divisors (Adams 1832): signposts k, which favours the small; the first seat is for everyone. */
export const adams: DivisorMethod = {
  kind: 'divisor',
  minimum: 1,
  squaredDoubleSignpost: (held) => 4 * held ** 2,
};
