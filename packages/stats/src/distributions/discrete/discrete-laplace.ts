// Ghosh, Roughgarden, Sundararajan (2012), "Universally utility-maximizing privacy mechanisms"; Canonne, Kamath, Steinke (2020).
import { quotientError } from '../../special/exact-product.js';
import { type DiscreteNoise, requireSpread } from '../noise-distribution.js';
import { discreteLaplaceLogTransform, discreteLaplaceTiltedMean } from './discrete-laplace-transform.js';
import { integerQuantiles } from './integer-quantile.js';
import { remember } from './remember.js';

/**
 * Discrete Laplace (two-sided geometric) noise: `P(k) = (1 - p) / (1 + p) p^|k|` on the whole numbers, `p = exp(-1 / scale)`. The noise of
 * the discrete Laplace mechanism, with scale = sensitivity / epsilon.
 *
 * @param scale The scale b in units of the counts (the variance is `2 p / (1 - p)^2`, near 2 b^2), finite and above 0.
 * @throws RangeError for any other scale.
 * @example
 * discreteLaplace(2).pmf(0) // 0.24491866240370913
 */
export function discreteLaplace(scale: number): DiscreteNoise {
  requireSpread('scale', scale);
  const p = Math.exp(-1 / scale);
  const step = -Math.expm1(-1 / scale);
  const odds = p / step;
  const variance = (2 * p) / (step * step);
  /** p^k for a whole number k >= 0; the rounding of the quotient is given back. */
  const power = remember((k) => {
    const u = k / scale;
    return u < 760 ? Math.exp(-u) * (1 - quotientError(k, scale, u)) : Number.isNaN(u) ? u : 0;
  }, 760 * scale);
  /** P(eta >= k), k whole. */
  const atLeast = (k: number): number => (k >= 1 ? power(k) / (1 + p) : 1 - power(1 - k) / (1 + p));
  const logAtLeast = (k: number): number => (k >= 1 ? -k / scale - Math.log1p(p) : Math.log1p(-power(1 - k) / (1 + p)));
  /** E (eta - x)_+ for x >= 0. */
  const excess = (x: number): number => {
    const k = Math.floor(x) + 1;
    return k < Number.POSITIVE_INFINITY ? (power(k) / (1 + p)) * (k - x + odds) : 0;
  };
  const spread = (rate: number) => -Math.expm1(-1 / scale + rate);
  return {
    support: 'integers',
    kind: 'discrete-laplace',
    spread: scale,
    variance,
    fourthMoment: (variance * (1 + 10 * p + p * p)) / (step * step),
    pmf: (k) => (Number.isInteger(k) ? (power(Math.abs(k)) * step) / (1 + p) : Number.isNaN(k) ? k : 0),
    cdf: (x) => atLeast(-Math.floor(x)),
    survival: (x) => atLeast(Math.floor(x) + 1),
    logCdf: (x) => logAtLeast(-Math.floor(x)),
    logSurvival: (x) => logAtLeast(Math.floor(x) + 1),
    ...integerQuantiles(atLeast, (q) => -scale * Math.log(2 * Math.min(q, 1 - q)) * (q <= 0.5 ? 1 : -1)),
    tailMoment(order, threshold) {
      const k = Math.floor(threshold) + 1;
      if (order === 0) return atLeast(k);
      const from = Math.max(k, 1 - k);
      const tail = power(from) / (1 + p);
      if (tail === 0) return k >= 1 || order === 1 ? 0 : variance;
      if (order === 1) return tail * (from + odds);
      const second = tail * (from * (from + 2 * odds) + (odds * (1 + p)) / step);
      return k >= 1 ? second : variance - second;
    },
    positivePart: (x) => (x >= 0 ? x + excess(x) : excess(-x)),
    clippingBias: (x) => (x >= 0 ? excess(x) : excess(-x) - x),
    logPositivePartTransform: (x, s) => discreteLaplaceLogTransform(scale, x, s),
    tiltedMean: (x, s) => discreteLaplaceTiltedMean(scale, x, s),
    ...latticeRates(atLeast),
    // (1 - p)^2 / ((1 - p e^c) (1 - p e^-c))
    cumulant: (rate) =>
      Math.abs(rate) * scale < 1
        ? 2 * Math.log(step) - Math.log(spread(rate)) - Math.log(spread(-rate))
        : Number.POSITIVE_INFINITY,
  };
}

/** How fast transforms of positive counts fall, from the least positive value x + k that one can have. */
export function latticeRates(
  atLeast: (k: number) => number,
): Pick<DiscreteNoise, 'finestRate' | 'positiveTransformBound'> {
  const first = (x: number) => Math.floor(-x) + 1;
  return {
    finestRate: (x) => 40 / (x + first(x)),
    positiveTransformBound: (x, s) => Math.exp(-s * (x + first(x))) * atLeast(first(x)),
  };
}
