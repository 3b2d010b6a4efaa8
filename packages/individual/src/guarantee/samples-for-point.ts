// Chernoff's bound with the exact moment generating function of a centred Bernoulli variable (Boucheron, Lugosi, Massart: Concentration Inequalities, section 2.2).
import type { GuaranteeOptions } from './sampling-guarantee.js';
import { samplesFor } from './sampling-guarantee.js';

/**
 * The fewest draws for a point of which it is known that all classes but one have at most probability `rest` together, so that two such points, each with
 * its own number of draws, keep `TV(h_n(a), h_n(b)) <= D(a, b) + epsilon` with probability 1 - delta. At most what `samplesFor` asks for with the bound `subsets`; about
 * 4 rest (1 - rest) of it for small epsilon.
 *
 * For each of the 2^m - 2 sets of classes the error of the difference is at least epsilon with probability at most
 * `exp(psi_a(l) + psi_b(l) - l epsilon)` for every l > 0, psi being the logarithms of the moment generating functions of the errors. With `l = 2 L / epsilon`,
 * `L = log((2^m - 2) / delta)`, that is enough if psi is at most L / 2 for each point. With common draws the errors depend on each other; by the inequality of Cauchy and Schwarz
 * it is enough if psi(2 l) is at most L.
 *
 * @param rest From 0 to 1. @param excess Epsilon, within (0, 1). @param delta Within (0, 1).
 * @example
 * samplesForPoint(0.5, 0.01, 1e-4) // 99035
 * samplesForPoint(0.01, 0.01, 1e-4) // 4544
 */
export function samplesForPoint(
  rest: number,
  excess: number,
  delta: number,
  { classes = 2, noise = 'separate' }: Pick<GuaranteeOptions, 'classes' | 'noise'> = {},
): number {
  const most = samplesFor(excess, delta, { classes, noise, bound: 'subsets' });
  const exponent = classes * Math.LN2 + Math.log1p(-(2 ** (1 - classes))) - Math.log(delta);
  const steepness = ((noise === 'common' ? 4 : 2) * exponent) / excess;
  const share = (noise === 'common' ? exponent : exponent / 2) * (1 - 1e-12);
  // psi falls with the number of draws.
  let tooFew = 0;
  let enough = most;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (middle * largestExponent(rest, steepness / middle) <= share) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** The largest log E exp(t (X - p)) over Bernoulli variables X of probability p up to `rest`, rounded up; that of 1 - X is smaller. */
function largestExponent(rest: number, t: number): number {
  const worst = t < 1e-3 ? 0.5 - t / 12 : 1 / t - 1 / Math.expm1(t);
  const p = Math.min(rest, worst);
  // Hoeffding's lemma where cancellation would matter.
  return Math.min((t * t) / 8, Math.log1p(p * Math.expm1(t)) - p * t + 2 ** -50);
}
