import type { Stage } from '../stage.js';
import { clip } from './clip.js';
import { projectionOntoSimplex } from './simplex-projection.js';
import { projectionOntoSum } from './sum-projection.js';

/**
 * What a post-processing of counts is made from.
 * @param total the true total. @param start where the search for a threshold begins, in counts.
 */
export type CountPost = (total: number, start?: number) => readonly Stage[];

/**
 * What can be done to noisy counts before a decision is made on them, by name. A new one is a file and a line here:
 * - `none`: nothing;
 * - `clip`: negative counts become 0;
 * - `sum`: projection onto the true total;
 * - `simplex`: projection onto the true total with no negative count.
 */
export const countPosts = {
  none: () => [],
  clip: () => [clip()],
  sum: (total) => [projectionOntoSum(total)],
  simplex: (total, start) => [projectionOntoSimplex(total, start)],
} as const satisfies Record<string, CountPost>;

export type CountPostName = keyof typeof countPosts;
export const countPostNames = Object.keys(countPosts) as readonly CountPostName[];
