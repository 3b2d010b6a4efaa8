import { findRoot } from '../roots/find-root.js';
import { normalSurvival } from '../special/normal.js';
import { normalUpperQuantile } from '../special/normal-quantile.js';
import { betaTails } from './beta-tails.js';

/**
 * What a normal tail probability found by the multiplier bootstrap over few shards must be multiplied by, from 0 to 1.
 *
 * With K shards the deviations of all entities lie in K - 1 dimensions, so even independent entities look dependent and the
 * bootstrap maximum is too small: at 8 shards and 50 entities a nominal 95 % covers 90 %. For independent normal entities both sides are
 * known: the wanted value has tail `(1 - confidence^(1 / count)) / 2`, while the bootstrap finds the c with
 * `E[P(|u| <= c / R)^count] = confidence`, u one coordinate of a uniform direction in K - 1 dimensions and R chi with K - 1
 * degrees of freedom. The factor is the ratio of the two tails; it tends to 1 as K grows, and entities that truly depend on
 * each other need less of it.
 *
 * @param count How many entities, at least 2.
 * @param shards K, at least 3.
 */
export function spuriousDependenceFactor(count: number, confidence: number, shards: number): number {
  const wanted = -Math.expm1(Math.log(confidence) / count) / 2;
  const highest = normalUpperQuantile(wanted);
  const excess = (c: number) => bootstrapProbability(c, count, shards - 1) - confidence;
  if (excess(highest) <= 0) return 1;
  const found = findRoot(excess, 0, highest, { tolerance: 1e-9 });
  return Math.min(1, wanted / normalSurvival(found));
}

/** Points of the trapezoidal rule, which for a smooth bell converges faster than any power of their distance. */
const nodes = 48;

/** Probability that the bootstrap maximum of `count` independent entities is at most c, by the trapezoidal rule over R. */
function bootstrapProbability(c: number, count: number, dimensions: number): number {
  const centre = Math.sqrt(dimensions);
  const start = Math.max(0, centre - 6);
  const step = (centre + 6 - start) / nodes;
  let sum = 0;
  let total = 0;
  for (let i = 1; i < nodes; i++) {
    const radius = start + i * step;
    const weight = Math.exp((dimensions - 1) * Math.log(radius / centre) - (radius * radius - dimensions) / 2);
    total += weight;
    sum += weight * Math.exp(count * Math.log1p(-directionTail(c / radius, dimensions)));
  }
  return sum / total;
}

/** Probability that |u| exceeds s for one coordinate u of a uniform direction: u^2 is Beta(1 / 2, (dimensions - 1) / 2). */
function directionTail(s: number, dimensions: number): number {
  return s >= 1 ? 0 : s <= 0 ? 1 : betaTails(0.5, (dimensions - 1) / 2, s * s, (1 - s) * (1 + s)).upper;
}
