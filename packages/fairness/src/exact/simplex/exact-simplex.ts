// Derived for dpfair: docs/methods/exact-simplex.md.
import { type ContinuousNoise, compensatedSum, gaussian, gaussLegendre, laplace } from '@dpfair/stats';
import type { AnalyticEstimate } from '../../estimate.js';
import { finish, type Steps } from '../../steps/steps.js';
import { type ThresholdTails, thresholdTails } from './threshold-tails.js';

/** More entities than this take seconds. */
const MOST_ENTITIES = 50;

/** Beyond this distance from zero, in spreads of the noise, crossings of zero are separate to the last digit. */
const FARTHEST = 25;

/** Totals, in spreads: below a fifth of a spread an entity the contours are long; above the largest the place of the total among the thresholds loses digits. */
const SMALLEST_TOTAL = 0.2;
const LARGEST_TOTAL = 1e7;

/** Whether the integral is worth its time, and its digits. */
export function hasExactSimplex(counts: Float64Array, { spread }: ContinuousNoise): boolean {
  if (counts.length < 2 || counts.length > MOST_ENTITIES) return false;
  const total = compensatedSum(counts) / spread;
  const smallest = counts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) / spread;
  return smallest <= FARTHEST && total >= SMALLEST_TOTAL * counts.length && total <= LARGEST_TOTAL;
}

/** Above this, in spreads, Gaussian counts near zero have next to nothing. */
const LEAST_END = 5;
/** Kinks closer than this share a panel: the two orders see what that costs. */
const CLOSEST = 0.02;
const NODES = 14;
const FEWER_NODES = 9;

/** What the projection of noisy counts onto the simplex of their true total does on average, without simulation. */
export interface SimplexMoments {
  /** Bias per entity, in counts. */
  readonly bias: Float64Array;
  /** Estimated error of each. */
  readonly errors: Float64Array;
  /** E T, what the projection takes from everybody beyond the sum projection. */
  readonly threshold: number;
}

/**
 * With t the threshold in terms of the noisy counts, outcome i is (y_i - t)_+, so its bias is D_i - E t with D_i = E (t - y_i)_+, and the biases add up to 0:
 * B_i = D_i - mean(D). D_i = integral of P(y_i < t) P(the others have more than the total above t) dt, one integral over t.
 *
 * @param periods as of `thresholdTails`.
 */
export const simplexMoments = (
  counts: Float64Array,
  noise: ContinuousNoise,
  periods?: readonly number[],
): SimplexMoments => finish(simplexMomentsInSteps(counts, noise, periods));

/** {@link simplexMoments}, a node of the quadrature a step. */
export function* simplexMomentsInSteps(
  counts: Float64Array,
  noise: ContinuousNoise,
  periods?: readonly number[],
): Steps<SimplexMoments> {
  const n = counts.length;
  const order = Array.from(counts.keys()).sort((i, j) => (counts[i] as number) - (counts[j] as number));
  const sorted = Float64Array.from(order, (i) => (counts[i] as number) / noise.spread);
  const unit = noise.kind === 'laplace' ? laplace(1) : gaussian(1);
  const tailsAt = thresholdTails({ counts: sorted, noise: unit }, periods);
  const sum = { fine: new Float64Array(n), coarse: new Float64Array(n) };
  let contour = 0;
  // P(the others have more than the total above t) falls with t; what it is found to rise by, of what it weighs.
  let rise = 0;
  const before = new Float64Array(n).fill(1);

  function* panel(low: number, high: number): Steps<void> {
    for (const [nodes, into] of [
      [NODES, sum.fine],
      [FEWER_NODES, sum.coarse],
    ] as const) {
      const rule = gaussLegendre(nodes);
      const half = (high - low) / 2;
      for (let k = 0; k < nodes; k++) {
        yield;
        const share = half * (rule.weights[k] as number);
        const found = tailsAt(low + half * (1 + (rule.nodes[k] as number)));
        for (let i = 0; i < n; i++) {
          into[i] = (into[i] as number) + share * (found.weight[i] as number) * (found.tail[i] as number);
        }
        if (into === sum.coarse) continue;
        contour += share * found.error;
        for (let i = 0; i < n; i++) {
          // An entity that is hardly ever below the threshold has no tail there yet.
          if (found.tail[i] === 0) continue;
          const higher = (found.weight[i] as number) * ((found.tail[i] as number) - (before[i] as number));
          rise = Math.max(rise, higher - found.error);
          before[i] = found.tail[i] as number;
        }
      }
    }
  }

  const { start, end, cutOff } = yield* rangeOf(tailsAt, n);
  const cuts = cutsBetween(noise.kind === 'laplace' ? kinksOf(sorted) : [], start, end, n);
  for (let k = 1; k < cuts.length; k++) yield* panel(cuts[k - 1] as number, cuts[k] as number);
  // Below the range the others always have more than the total.
  const deficits = sum.fine.map((value, i) => value + unit.positivePart(start - (sorted[i] as number)));
  const mean = compensatedSum(deficits) / n;
  const gaps = sum.fine.map((value, i) => Math.abs(value - (sum.coarse[i] as number)));
  // E (T - end)_+ is at most what the counts have above the end.
  const rest = cutOff ? sorted.reduce((all, x) => all + unit.positivePart(x - end), 0) : 0;
  const common = compensatedSum(gaps) / n + contour + rise * (end - start) + rest + 1e-13 * mean;
  const bias = new Float64Array(n);
  const errors = new Float64Array(n);
  order.forEach((i, k) => {
    bias[i] = noise.spread * ((deficits[k] as number) - mean);
    errors[i] = noise.spread * ((gaps[k] as number) + common);
  });
  return { bias, errors, threshold: noise.spread * mean };
}

/** The same as an estimate. */
export const exactSimplex = ({ bias, errors }: SimplexMoments): AnalyticEstimate => ({
  method: 'exact',
  bias,
  errors,
  estimator: 'simplex-inversion',
});

/** Thresholds between which the integrand of the smallest entity is neither settled nor gone; or, where it is lost in its error first, cut off. */
function* rangeOf(
  tailsAt: (t: number) => ThresholdTails,
  n: number,
): Steps<{ readonly start: number; readonly end: number; readonly cutOff: boolean }> {
  const step = 1 / Math.sqrt(n);
  let start = 0;
  while (!tailsAt(start).settled && start > -90) {
    start -= step;
    yield;
  }
  let end = 0;
  let largest = 0;
  for (let size = step; end < 90; end += size) {
    const { tail, weight, error } = tailsAt(end);
    const now = (tail[0] as number) * (weight[0] as number);
    if (end > LEAST_END && error > now && now < 1e-6 * largest) return { start, end: end - size, cutOff: true };
    largest = Math.max(largest, now);
    if (now <= 1e-16 * largest) break;
    size = Math.min(1, size * 1.2);
    yield;
  }
  return { start, end, cutOff: false };
}

/** Thresholds where Laplace densities have a cusp, and where one or two entities alone have the total. With Gaussian noise all is smooth. */
function kinksOf(counts: Float64Array): readonly number[] {
  const total = compensatedSum(counts);
  const kinks: number[] = [...counts];
  counts.forEach((count, k) => {
    kinks.push(count - total);
    for (const other of counts.subarray(k + 1)) kinks.push((count + other - total) / 2);
  });
  return kinks;
}

/** Ends of panels: kinks, as far as they are apart, and no panel too wide. */
function cutsBetween(kinks: readonly number[], start: number, end: number, n: number): readonly number[] {
  const inside = [start, ...kinks.filter((t) => t > start && t < end).sort((a, b) => a - b), end];
  const cuts: number[] = [start];
  for (const next of inside) {
    const last = cuts.at(-1) as number;
    if (next - last < CLOSEST && next < end) continue;
    const widest = Math.min(1.5, 5 / n ** 0.75);
    const parts = Math.ceil((next - last) / widest);
    for (let k = 1; k <= parts; k++) cuts.push(last + ((next - last) * k) / parts);
  }
  return cuts;
}
