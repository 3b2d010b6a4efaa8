// Source: Kairouz, Oh and Viswanath (ICML 2015), Theorem 2.1; as a test of claims: Jagielski, Ullman and Oprea (NeurIPS 2020).
import type { Interval } from '@dpfair/stats';

/**
 * What epsilon must at least be where an attack has these rates: (epsilon, delta) allows no test with
 * `true positive > e^epsilon false positive + delta`, nor with `1 - false positive > e^epsilon (1 - true positive) + delta`.
 * Worst case inside the two intervals; 0 where nothing follows. Holds whenever both intervals do, for every mechanism and either direction of neighbours.
 *
 * @example
 * epsilonFromRates({ lower: 0.5, upper: 0.6 }, { lower: 0, upper: 0.1 }, 0) // 1.6094379124341003, ln 5
 */
export function epsilonFromRates(truePositive: Interval, falsePositive: Interval, delta: number): number {
  const one = Math.log((truePositive.lower - delta) / falsePositive.upper);
  const other = Math.log((1 - falsePositive.upper - delta) / (1 - truePositive.lower));
  return Math.max(0, orNothing(one), orNothing(other));
}

/** NaN and what divides by nothing say nothing: rates of 0 and 1 are never ends that bound. */
const orNothing = (value: number) => (Number.isFinite(value) ? value : 0);
