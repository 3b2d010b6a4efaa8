import type { Measured } from '@dpfair/result';
import { addValue, emptyMoments, standardError, studentQuantile } from '@dpfair/stats';

/** The number that is nothing. */
export const nothing: Measured = { estimate: null, lower: null, upper: null };

/**
 * Mean over repetitions with Student's interval; no interval for one repetition; nothing where a value is not finite.
 *
 * @param confidence between 0 and 1
 * @example
 * overRepetitions([1, 2, 3], 0.95) // { estimate: 2, lower: -0.48..., upper: 4.48... }
 */
export function overRepetitions(values: readonly number[], confidence: number): Measured {
  if (values.length === 0 || !values.every(Number.isFinite)) return nothing;
  const moments = values.reduce(addValue, emptyMoments);
  if (moments.count === 1) return { estimate: moments.mean, lower: null, upper: null };
  const half = studentQuantile((1 + confidence) / 2, moments.count - 1) * standardError(moments);
  return { estimate: moments.mean, lower: moments.mean - half, upper: moments.mean + half };
}
