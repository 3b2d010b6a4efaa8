import { compensatedSum, type DiscreteNoise } from '@dpfair/stats';

/** Rates are tried on a grid that is this fine, times the best of the coarser one. */
const STEP = 1.01;

/**
 * Upper bound of `P(sum of a_j eta_j >= total)` for independent noise on the whole numbers and any weights: Chernoff's,
 * `exp(sum of K(c a_j) - c total)`, K the cumulant, at about the best rate c. Every rate gives a bound;
 * the best one is loose by a factor of ten or so.
 */
export function chernoffBound(noise: DiscreteNoise, weights: Float64Array, total: number): number {
  const squares = compensatedSum(weights.map((a) => a * a));
  if (squares === 0) return total <= 0 ? 1 : 0;
  const exponent = (rate: number) => compensatedSum(weights.map((a) => noise.cumulant(rate * a))) - rate * total;
  // The exponent is convex, and 0 at 0: where the sum is normal its least is at total / variance, and no larger rate is better.
  let best = total / (noise.variance * squares);
  for (const ratio of [2, 1.3, 1.06, STEP]) best = descend(exponent, best, ratio);
  return Math.min(1, Math.exp(exponent(best)));
}

function descend(exponent: (rate: number) => number, start: number, ratio: number): number {
  let best = start;
  let least = exponent(best);
  for (const factor of [1 / ratio, ratio]) {
    for (;;) {
      const next = exponent(best * factor);
      if (!(next < least || (least === Number.POSITIVE_INFINITY && factor < 1))) break;
      best *= factor;
      least = next;
    }
  }
  return best;
}
