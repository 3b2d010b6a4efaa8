/** Bisection stops here: a guarantee may be looser than it need be by this fraction. */
const PRECISION = 1e-13;

/**
 * The least argument that passes, for a condition that fails below some point above 0 and passes from it on: the upper end of a
 * bracket that shrinks to one part in 10^13, so that what is returned did pass.
 */
export function leastPassing(passes: (value: number) => boolean): number {
  let lower = 1;
  let upper = 1;
  while (passes(lower) && lower > Number.MIN_VALUE) lower /= 2;
  while (!passes(upper) && upper < Number.MAX_VALUE) upper *= 2;
  return lastOf(passes, lower, upper);
}

/** Where it is not known that what is above a passing argument passes too, the search goes down from one in steps of this ratio. */
const STEP = 1.005;

/**
 * The end of the stretch of passing arguments around `start`, on the side of 0, for a condition that fails near 0: what is returned did
 * pass, and so did all that was tried above it.
 */
export function leastPassingFrom(start: number, passes: (value: number) => boolean): number {
  let upper = start;
  while (passes(upper / STEP)) upper /= STEP;
  return lastOf(passes, upper / STEP, upper);
}

function lastOf(passes: (value: number) => boolean, failing: number, passing: number): number {
  let [lower, upper] = [failing, passing];
  while (upper - lower > PRECISION * upper) {
    const middle = lower + (upper - lower) / 2;
    if (passes(middle)) upper = middle;
    else lower = middle;
  }
  return upper;
}
