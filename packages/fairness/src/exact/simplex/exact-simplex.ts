// Derived for dpfair: docs/methods/exact-simplex.md.
import { type ContinuousNoise, compensatedSum, gaussian, gaussLegendre, laplace } from '@dpfair/stats';
import type { AnalyticEstimate } from '../../estimate.js';
import { type ThresholdTails, thresholdTails } from './threshold-tails.js';

/** More entities than this take seconds. */
const MOST_ENTITIES = 50;

/** Beyond this distance from zero, in spreads of the noise, crossings of zero are separate to the last digit. */
const FARTHEST = 25;

/** Totals, in spreads, at which the differences of biases keep eight digits, and the place of the total among the thresholds does. */
const SMALLEST_TOTAL = 0.1;
const LARGEST_TOTAL = 1e7;

/** Whether the integral is worth its time, and its digits. */
export function hasExactSimplex(counts: Float64Array, { spread }: ContinuousNoise): boolean {
  if (counts.length < 2 || counts.length > MOST_ENTITIES) return false;
  const total = compensatedSum(counts) / spread;
  const smallest = counts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) / spread;
  return smallest <= FARTHEST && total >= SMALLEST_TOTAL && total <= LARGEST_TOTAL;
}

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
 */
export function simplexMoments(counts: Float64Array, noise: ContinuousNoise): SimplexMoments {
  const n = counts.length;
  const order = Array.from(counts.keys()).sort((i, j) => (counts[i] as number) - (counts[j] as number));
  const sorted = Float64Array.from(order, (i) => (counts[i] as number) / noise.spread);
  const unit = noise.kind === 'laplace' ? laplace(1) : gaussian(1);
  const tailsAt = thresholdTails({ counts: sorted, noise: unit });
  const sum = { fine: new Float64Array(n), coarse: new Float64Array(n) };
  let contour = 0;

  const panel = (low: number, high: number): void => {
    for (const [nodes, into] of [
      [NODES, sum.fine],
      [FEWER_NODES, sum.coarse],
    ] as const) {
      const rule = gaussLegendre(nodes);
      const half = (high - low) / 2;
      for (let k = 0; k < nodes; k++) {
        const share = half * (rule.weights[k] as number);
        const found = tailsAt(low + half * (1 + (rule.nodes[k] as number)));
        for (let i = 0; i < n; i++) {
          into[i] = (into[i] as number) + share * (found.weight[i] as number) * (found.tail[i] as number);
        }
        if (into === sum.fine) contour += share * found.error;
      }
    }
  };

  const { start, end } = rangeOf(tailsAt, n);
  const cuts = cutsBetween(sorted, start, end, n);
  for (let k = 1; k < cuts.length; k++) panel(cuts[k - 1] as number, cuts[k] as number);
  // Below the range the others always have more than the total.
  const deficits = sum.fine.map((value, i) => value + unit.positivePart(start - (sorted[i] as number)));
  const mean = compensatedSum(deficits) / n;
  const gaps = sum.fine.map((value, i) => Math.abs(value - (sum.coarse[i] as number)));
  const common = compensatedSum(gaps) / n + contour + 1e-13 * mean;
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

/** Thresholds between which the integrand of the smallest entity is neither settled nor gone. */
function rangeOf(tailsAt: (t: number) => ThresholdTails, n: number): { readonly start: number; readonly end: number } {
  const step = 1 / Math.sqrt(n);
  let start = 0;
  while (!tailsAt(start).settled && start > -90) start -= step;
  let end = 0;
  let largest = 0;
  for (let size = step; end < 90; end += size) {
    const { tail, weight } = tailsAt(end);
    const now = (tail[0] as number) * (weight[0] as number);
    largest = Math.max(largest, now);
    if (now <= 1e-16 * largest) break;
    size = Math.min(1, size * 1.2);
  }
  return { start, end };
}

/** Ends of panels: where densities have a cusp, where one or two entities alone have the total, and no panel too wide. */
function cutsBetween(counts: Float64Array, start: number, end: number, n: number): readonly number[] {
  const total = compensatedSum(counts);
  const kinks: number[] = [...counts];
  for (let k = 0; k < n; k++) {
    kinks.push((counts[k] as number) - total);
    for (let l = k + 1; l < n; l++) kinks.push(((counts[k] as number) + (counts[l] as number) - total) / 2);
  }
  const inside = [start, ...kinks.filter((t) => t > start && t < end).sort((a, b) => a - b), end];
  const cuts: number[] = [start];
  for (const next of inside) {
    const last = cuts.at(-1) as number;
    if (next - last < 1e-9) continue;
    const widest = Math.min(1.5, 5 / n ** 0.75);
    const parts = Math.ceil((next - last) / widest);
    for (let k = 1; k <= parts; k++) cuts.push(last + ((next - last) * k) / parts);
  }
  return cuts;
}
