import type { Repeated } from '@dpfair/result';
import { addValue, emptyMoments, standardError, studentQuantile, variance } from '@dpfair/stats';
import { measureMessages } from './messages.js';

/** A number of one repetition: null where it is undefined, and then why. */
export interface RepeatedValue {
  readonly value: number | null;
  readonly reason: string | null;
}

/** Ends of what a number can be. */
export interface ValueRange {
  /** @default none */
  readonly atLeast?: number;
  /** @default none */
  readonly atMost?: number;
}

/**
 * The mean over the repetitions in which a number is defined, with Student's interval, and the standard deviation (divisor n - 1) of one
 * repetition. Repetitions are independent given the pool of rows and the test rows, and so is what the interval covers. `reason` is the first
 * that a repetition gives. Ends are null for fewer than two values, and where all are equal: that is no proof that the next one will be.
 *
 * @param confidence within (0, 1).
 * @param range what the number can be, which cuts the interval.
 * @example
 * overRepetitions([{ value: 1, reason: null }, { value: 3, reason: null }], 0.95).estimate // 2
 */
export function overRepetitions(
  values: readonly RepeatedValue[],
  confidence: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: ValueRange = {},
): Repeated {
  const defined = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const reason = values.find(({ value }) => value === null)?.reason ?? null;
  const moments = defined.reduce(addValue, emptyMoments);
  const { count, mean } = moments;
  if (count === 0)
    return {
      estimate: null,
      lower: null,
      upper: null,
      deviation: null,
      defined: 0,
      reason: reason ?? measureMessages.nothing,
    };
  const deviation = count === 1 ? null : Math.sqrt(variance(moments));
  if (deviation === 0)
    return {
      ...{ estimate: mean, lower: null, upper: null, deviation, defined: count },
      reason: reason ?? measureMessages.allEqual,
    };
  if (deviation === null) return { estimate: mean, lower: null, upper: null, deviation: null, defined: 1, reason };
  const half = studentQuantile((1 + confidence) / 2, count - 1) * standardError(moments);
  return {
    estimate: mean,
    lower: Math.max(atLeast, mean - half),
    upper: Math.min(atMost, mean + half),
    deviation,
    defined: count,
    reason,
  };
}
