import type { Composition, PrivacyEvent } from '../privacy-event.js';
import { realOrderMoment } from './real-order-moment.js';
import { wholeOrderMoment } from './whole-order-moment.js';

/**
 * The log moment of a composition: `(order - 1)` times its Renyi divergence of this order, rounded up. Moments of independent releases add up.
 * Of the two directions (a row added, a row removed) it is the larger (Mironov, Talwar, Zhang 2019, Theorem 5).
 */
export function logMoment(composition: Composition, order: number): number {
  return composition.reduce((sum, event) => sum + event.count * momentOf(event, order), 0) * ROUND_UP;
}

function momentOf(event: PrivacyEvent, order: number): number {
  const { noiseMultiplier } = event;
  if (event.kind === 'gaussian' || event.samplingRate === 1) return (order * (order - 1)) / (2 * noiseMultiplier ** 2);
  if (Number.isInteger(order) && order <= LARGEST_WHOLE) {
    return wholeOrderMoment(event.samplingRate, noiseMultiplier, order);
  }
  return realOrderMoment(event.samplingRate, noiseMultiplier, order);
}

/** A sum of more terms takes longer than the integral. */
const LARGEST_WHOLE = 64;

/** More than the relative error of a moment. */
const ROUND_UP = 1 + 1e-10;
