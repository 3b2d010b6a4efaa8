import { type RootOptions, requireBracket } from './root-options.js';

/**
 * A zero inside [lower, upper] by Newton's method, with bisection whenever a step leaves the bracket or is longer than half the step before
 * the last: for functions whose slope comes almost free. Quadratic near a simple zero, and never stuck.
 *
 * @param valueAndSlope Value and derivative at x; the values at the two ends must have opposite signs, or one be 0.
 * @param start First estimate; the middle is taken when it lies outside the bracket.
 * @returns An x at which the value is 0, or where the last step fell below the tolerance.
 * @throws RangeError when the ends do not bracket a zero, a value is NaN, or `maxEvaluations` do not suffice.
 * @example
 * findRootNewton((x) => [x * x - 2, 2 * x], 1, 0, 2) // 1.414213562373095
 */
export function findRootNewton(
  valueAndSlope: (x: number) => readonly [value: number, slope: number],
  start: number,
  lower: number,
  upper: number,
  options: RootOptions = {},
): number {
  const { tolerance = 0, maxEvaluations = 3000 } = options;
  const atLower = valueAndSlope(lower)[0];
  const atUpper = valueAndSlope(upper)[0];
  requireBracket(lower, upper, atLower, atUpper);
  if (atLower === 0) return lower;
  if (atUpper === 0) return upper;
  let low = lower;
  let high = upper;
  let x = start > low && start < high ? start : 0.5 * (low + high);
  let step = high - low;
  let stepBefore = step;
  for (let evaluations = 2; evaluations < maxEvaluations; evaluations++) {
    const [value, slope] = valueAndSlope(x);
    if (Number.isNaN(value)) throw new RangeError(`function at ${x}: NaN (allowed: a number)`);
    if (value === 0) return x;
    if (value > 0 === atLower > 0) low = x;
    else high = x;
    const least = 2 ** -52 * Math.abs(x) + tolerance + Number.MIN_VALUE;
    if (high - low <= least) return x;
    const newton = x - value / slope;
    const shrinks = newton > low && newton < high && Math.abs(newton - x) <= 0.5 * Math.abs(stepBefore);
    const next = shrinks ? newton : low + 0.5 * (high - low);
    stepBefore = step;
    step = next - x;
    x = next;
    if (Math.abs(step) <= least) return x;
  }
  throw new RangeError(`evaluations to find a root in ${lower} to ${upper}: ${maxEvaluations} (allowed: more)`);
}
