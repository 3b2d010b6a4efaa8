import { mostCopies } from './climb.js';

/** Steps of a climb at most, unless told otherwise. */
export const CLIMB_STEPS = 12;

export interface ClimbSizeOptions {
  /** How many classes the model has, 2 or more. @default 2 */
  readonly classes?: number;
  /** Steps uphill, at most. @default 12 */
  readonly steps?: number;
}

/**
 * How much a climb from one row is at most: `pairs`, the copies that it compares with the row, and `asked`, the rows about which the model is asked, with
 * those that only give slopes (by differences) and the row itself. To the pairs of `excessFor` and `samplesFor` a climb adds one, if fresh draws answer for
 * that one (`again` of {@link GradientSearch}): its copies were chosen by answers of the draws of the climb, so no number of them is named in advance.
 *
 * @param columns How many columns may vary.
 * @example
 * climbSize(5) // { pairs: 293, asked: 414 }
 */
export function climbSize(
  columns: number,
  options: ClimbSizeOptions = {},
): { readonly pairs: number; readonly asked: number } {
  const { classes = 2, steps = CLIMB_STEPS } = options;
  const { first, later } = mostCopies(classes);
  const pairs = first + (steps - 1) * later;
  return { pairs, asked: 1 + pairs + steps * 2 * columns };
}
