import { composeLosses } from './composed-loss.js';
import { deltaAt, epsilonAt } from './read-off.js';
import { type RepeatedLoss, tiltFor } from './tilt.js';

/**
 * The least epsilon that the sum of these losses keeps at delta, rounded up and at most `bound`, which is known to be one.
 *
 * @param tilt Where to look first; the window moves from there.
 */
export function epsilonNear(losses: readonly RepeatedLoss[], delta: number, bound: number, tilt: number): number {
  let best = bound;
  let next = tilt;
  for (let round = 0; round < ROUNDS; round++) {
    const composed = composeLosses(losses, next, MOST_POINTS);
    if (composed === undefined) break;
    const { epsilon, place } = epsilonAt(composed, delta);
    if (place !== 'upper end') best = Math.min(best, epsilon);
    if (place === 'found' || best === 0 || epsilon >= bound) break;
    next = tiltFor(losses, epsilon, next);
  }
  return best;
}

/** A delta that the sum of these losses keeps at epsilon, rounded up. */
export function deltaNear(losses: readonly RepeatedLoss[], epsilon: number, tilt: number): number {
  const infinite = losses.reduce((sum, { lattice, count }) => sum + count * lattice.infinite, 0);
  const largest = losses.reduce((sum, { lattice: { step, first, logMasses }, count }) => {
    return sum + count * step * (first + logMasses.length - 1);
  }, 0);
  if (epsilon >= largest) return Math.max(Number.MIN_VALUE, infinite);
  const composed = composeLosses(losses, tiltFor(losses, epsilon, tilt), MOST_POINTS);
  return composed === undefined ? 1 : deltaAt(composed, epsilon);
}

/** A window reaches three standard deviations down, and more up: few moves of it suffice. */
const ROUNDS = 8;

/** Wider windows take too long and are given up. */
const MOST_POINTS = 2 ** 19;
