// Held, Wolfe, Crowder (1974); Condat (2016), "Fast projection onto the simplex and the l1 ball", for the Newton view.
import { DpfairError } from '@dpfair/result';
import { pairwiseSum } from '@dpfair/stats';
import type { Stage } from '../stage.js';

/**
 * Euclidean projection onto the simplex {v : v >= 0, sum v = total}.
 *
 * `start` is where the search for the threshold begins (see {@link simplexThreshold}); it changes the number of passes,
 * not the result.
 */
export function projectionOntoSimplex(total: number, start?: number): Stage {
  return {
    description: {
      name: 'simplex',
      parameters: { total },
      linear: false,
      keeps: { sum: true, sign: true, integers: false },
    },
    apply: (values) => projectOntoSimplex(values, total, start),
  };
}

/**
 * Projects onto {v : v >= 0, sum v = total} in place: v_i -> max(v_i - threshold, 0).
 * Keeps the order of its input; n = 1 gives [total]; total = 0 gives all zeros.
 *
 * @throws DpfairError `domain` when total is negative or not finite.
 * @example projectOntoSimplex(Float64Array.of(5, -3, 10), 10) // 2.5, 0, 7.5
 */
export function projectOntoSimplex(values: Float64Array, total: number, start?: number): void {
  if (!(total >= 0 && total < Number.POSITIVE_INFINITY)) {
    throw new DpfairError('domain', { what: 'total of the simplex', value: total, allowed: 'a finite number >= 0' });
  }
  if (values.length === 0) return;
  if (total === 0) {
    values.fill(0);
    return;
  }
  const threshold = simplexThreshold(values, total, start);
  if (Math.abs(threshold) <= LARGEST_THRESHOLD * total) keepAbove(values, threshold);
  else projectFromTheTop(values, total);
}

/** Beyond this threshold, in totals, the differences value - threshold lose more than half their digits. */
const LARGEST_THRESHOLD = 1e6;

function keepAbove(values: Float64Array, threshold: number): void {
  for (let i = 0; i < values.length; i++) {
    const above = (values[i] as number) - threshold;
    values[i] = (above + Math.abs(above)) / 2;
  }
}

/** The same for values far beyond the total: a projection does not change when all values are moved by the same amount. */
function projectFromTheTop(values: Float64Array, total: number): void {
  const top = maximum(values);
  for (let i = 0; i < values.length; i++) values[i] = Math.max((values[i] as number) - top, -Number.MAX_VALUE);
  // Now the largest value is 0, and what is below -total is not kept.
  keepAbove(values, simplexThreshold(values, total, -total));
}

/**
 * The threshold t with sum max(v_i - t, 0) = total > 0, by Newton's method on that convex, decreasing, piecewise linear
 * function. The first step lands left of the root, from there the iterates only rise and the active set only shrinks,
 * so it ends exactly, in at most n + 2 passes and in practice 2 to 6. A last compensated pass removes the rounding of
 * the sum.
 *
 * @param start any number; default: the threshold of the sum projection.
 */
export function simplexThreshold(values: Float64Array, total: number, start?: number): number {
  let threshold = start ?? (pairwiseSum(values) - total) / values.length;
  let restarted = false;
  for (let pass = 0; ; pass++) {
    const { excess, count } = excessAbove(values, threshold);
    const next = count === 0 ? maximum(values) - total : threshold + (excess - total) / count;
    // After the first step only rounding can move the threshold left.
    const settled = next === threshold || (pass > 0 && !(next > threshold));
    if (settled && (restarted || threshold - next <= ROUNDING * total)) return polish(values, total, threshold);
    // More than rounding: huge values made the first step land right of the root. This start is left of it for certain.
    threshold = settled ? maximum(values) - total : next;
    restarted ||= settled;
  }
}

/** How far rounding alone can move the threshold left, in totals. */
const ROUNDING = 1e-9;

/**
 * Sum of max(v - threshold, 0), and how many values are above. Without branches, because which values are active is as
 * good as random, and in two lanes: three times as fast as the plain loop.
 */
function excessAbove(values: Float64Array, threshold: number): { readonly excess: number; readonly count: number } {
  const even = values.length & ~1;
  let [twiceFirst, twiceSecond, firstCount, secondCount] = [0, 0, 0, 0];
  for (let i = 0; i < even; i += 2) {
    const first = (values[i] as number) - threshold;
    const second = (values[i + 1] as number) - threshold;
    twiceFirst += first + Math.abs(first);
    twiceSecond += second + Math.abs(second);
    firstCount += Number(first > 0);
    secondCount += Number(second > 0);
  }
  const last = even < values.length ? (values[even] as number) - threshold : 0;
  return {
    excess: (twiceFirst + twiceSecond) / 2 + Math.max(last, 0),
    count: firstCount + secondCount + Number(last > 0),
  };
}

/** One Newton step with a compensated sum of the surplus over the active set. */
function polish(values: Float64Array, total: number, threshold: number): number {
  let sum = -total;
  let lost = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const part = (values[i] as number) - threshold;
    if (part <= 0) continue;
    const next = sum + part;
    // Exact while |sum| >= part. The parts add up to the total, so only the last can be larger, and then the sum is exact.
    lost += sum - next + part;
    sum = next;
    count += 1;
  }
  return count === 0 ? threshold : threshold + (sum + lost) / count;
}

function maximum(values: Float64Array): number {
  let largest = values[0] as number;
  for (let i = 1; i < values.length; i++) largest = Math.max(largest, values[i] as number);
  return largest;
}
