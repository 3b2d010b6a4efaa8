import { wholeMultiples } from '../comparing/whole-multiples.js';
import type { Claim, DivisorMethod } from '../method.js';

/**
 * Which of two priorities is larger, without rounding: the sign of p_a / d(k_a) - p_b / d(k_b), as p_a^2 d(k_b)^2 - p_b^2 d(k_a)^2.
 *
 * @param a, b populations are finite and at least 0.
 * @returns 1, 0 or -1.
 */
export function comparePriorities(method: DivisorMethod, a: Claim, b: Claim): number {
  const [first, second] = wholeMultiples([a.population, b.population]) as [bigint, bigint];
  const left = first * first * BigInt(method.squaredDoubleSignpost(b.held));
  const right = second * second * BigInt(method.squaredDoubleSignpost(a.held));
  return left === right ? 0 : left > right ? 1 : -1;
}

/**
 * Whether claim a comes before claim b: the larger priority; of equal ones the larger population; of equal populations the
 * one listed first. No law says how a tie is broken: this is a convention, and a tie without noise is warned of.
 */
export function precedes(method: DivisorMethod, a: Claim, b: Claim): boolean {
  if (a.population === b.population) return a.held === b.held ? a.place < b.place : a.held < b.held;
  const order = comparePriorities(method, a, b);
  return order === 0 ? a.population > b.population : order > 0;
}
