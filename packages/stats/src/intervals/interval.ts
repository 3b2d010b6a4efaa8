import { normalUpperQuantile } from '../special/normal-quantile.js';

/** A confidence interval, in the unit of what it is for; both ends belong to it. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * `mean +- z standardError`, z being the normal quantile at (1 + confidence) / 2: two-sided, for a standard error that is known.
 *
 * @param standardError 0 or more; 0 gives the mean twice.
 * @param confidence Within (0, 1).
 * @throws RangeError when standardError or confidence is outside its range.
 * @example
 * normalInterval(0, 1, 0.95) // { lower: -1.959963984540054, upper: 1.959963984540054 }
 */
export function normalInterval(mean: number, standardError: number, confidence: number): Interval {
  requireConfidence(confidence);
  if (!(standardError >= 0)) throw new RangeError(`standard error: ${standardError} (allowed: 0 or more)`);
  const reach = normalUpperQuantile((1 - confidence) / 2) * standardError;
  return { lower: mean - reach, upper: mean + reach };
}

/** @throws RangeError unless confidence is within (0, 1). */
export function requireConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence: ${confidence} (allowed: above 0 and below 1)`);
  }
}
