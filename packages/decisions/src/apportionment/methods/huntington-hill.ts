import type { DivisorMethod } from '../method.js';

/** Equal proportions, the method of the House of Representatives since 1941 (2 U.S.C. 2a): signposts sqrt(k (k + 1)). */
export const huntingtonHill: DivisorMethod = {
  kind: 'divisor',
  minimum: 1,
  squaredDoubleSignpost: (held) => 4 * held * (held + 1),
};
