// Source: Massart (Annals of Probability 18, 1990): one-sided distance of an empirical distribution, P(D > s) <= exp(-2 n s^2) where that is at most 1/2.
import type { Measured } from '@dpfair/result';
import { findRoot, gaussLegendre } from '@dpfair/stats';
import { thresholdCounts } from './threshold-counts.js';

/**
 * Membership advantage: the largest true positive rate minus false positive rate over all thresholds, at least 0 (Yeom et al., CSF 2018), with an interval
 * that covers at least as often as it says, for any number of rows and any distribution. Choosing the best threshold is paid for: the interval comes from the distance of both empirical
 * distributions to the true ones at all thresholds at once. It is wide: about 4.5 / sqrt(rows) from end to end where there are as many members as others.
 *
 * @param confidence inside (0, 1)
 * @returns nulls where there are no members or no others.
 */
export function advantage(members: Float64Array, others: Float64Array, confidence: number): Measured {
  const [m, n] = [members.length, others.length];
  if (m === 0 || n === 0) return { estimate: null, lower: null, upper: null };
  const counts = thresholdCounts(members, others);
  const estimate = counts.members.reduce(
    (most, count, k) => Math.max(most, count / m - (counts.others[k] as number) / n),
    0,
  );
  const reach = bandHalfWidth(m, n, (1 - confidence) / 2);
  return { estimate, lower: Math.max(0, estimate - reach), upper: Math.min(1, estimate + reach) };
}

/** Nodes of the quadrature below, whose integrand is smooth. */
const NODES = 64;

/** The s that the sum of the one-sided distances of two independent samples exceeds with at most this probability. */
export function bandHalfWidth(m: number, n: number, probability: number): number {
  const excess = (s: number) => sumExceeds(m, n, s) - probability;
  const far = (size: number) => Math.sqrt(Math.log(4 / probability) / (2 * size));
  return findRoot(excess, smallest(m) + smallest(n), far(m) + far(n), { tolerance: 1e-12 });
}

/** Where Massart's bound is 1/2: below it nothing is known, so that a distance counts as at least this. */
const smallest = (size: number) => Math.sqrt(Math.LN2 / (2 * size));

/**
 * P(A + B > s), A and B independent with tails exp(-2 m a^2) from `smallest(m)` on, where half of the probability sits; likewise B. For s
 * at least the sum of the two smallest values.
 */
function sumExceeds(m: number, n: number, s: number): number {
  const from = smallest(m);
  const to = s - smallest(n);
  const tail = (size: number, x: number) => Math.exp(-2 * size * x * x);
  const { nodes, weights } = gaussLegendre(NODES);
  let sum = tail(n, s - from) / 2 + tail(m, to);
  const half = (to - from) / 2;
  for (let k = 0; k < NODES; k++) {
    const a = from + half * (1 + (nodes[k] as number));
    sum += half * (weights[k] as number) * 4 * m * a * tail(m, a) * tail(n, s - a);
  }
  return sum;
}
