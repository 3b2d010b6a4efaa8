import { composeLosses, type WindowTop } from './composed-loss.js';
import { deltaAt, epsilonAt } from './read-off.js';
import { type RepeatedLoss, tiltFor } from './tilt.js';

/**
 * The least epsilon that the sum of these losses keeps at delta, rounded up and at most `bound`, which is known to be one.
 *
 * @param tilt Where to look first; the bottom of the window moves from there.
 */
export function epsilonNear(
  losses: readonly RepeatedLoss[],
  delta: number,
  bound: number,
  tilt: number,
  top: WindowTop,
): number {
  let best = bound;
  let next = tilt;
  for (let round = 0; round < ROUNDS; round++) {
    const { epsilon, place } = epsilonAt(composeLosses(losses, next, top), delta);
    const settled = epsilon > best * SETTLED;
    if (place !== 'upper end') best = Math.min(best, epsilon);
    if (place === 'found' || (place === 'faint' && settled) || best === 0 || epsilon >= bound) break;
    next = tiltFor(losses, epsilon, next);
  }
  return best;
}

/** A delta that the sum of these losses keeps at epsilon, rounded up. */
export function deltaNear(losses: readonly RepeatedLoss[], epsilon: number, tilt: number, top: WindowTop): number {
  const infinite = losses.reduce((sum, { lattice, count }) => sum + count * lattice.infinite, 0);
  const largest = losses.reduce((sum, { lattice: { step, first, logMasses }, count }) => {
    return sum + count * step * (first + logMasses.length - 1);
  }, 0);
  if (epsilon >= largest) return Math.max(Number.MIN_VALUE, infinite);
  return deltaAt(composeLosses(losses, tiltFor(losses, epsilon, tilt), top), epsilon);
}

/** A window reaches three standard deviations down, and more up: few moves of it suffice. */
const ROUNDS = 8;

/** What a move of the window must gain for another one. */
const SETTLED = 0.999;
