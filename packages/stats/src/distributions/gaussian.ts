import { quotientError } from '../special/exact-product.js';
import { expSquareTimes } from '../special/exp-square.js';
import { logNormalCdf } from '../special/normal.js';
import { normalQuantile } from '../special/normal-quantile.js';
import { scaledTail } from '../special/scaled-tail.js';
import { gaussianLogTransform, gaussianTransform, gaussianTransformMoment } from './gaussian-transform.js';
import { type ContinuousNoise, requireSpread } from './noise-distribution.js';

const invSqrtTwoPi = 0.3989422804014327;

/**
 * Gaussian noise with density `exp(-(x / sigma)^2 / 2) / (sigma sqrt(2 pi))`: the noise of the Gaussian mechanism.
 *
 * @param sigma The standard deviation in units of the counts, finite and above 0.
 * @throws RangeError for any other sigma.
 * @example
 * gaussian(25).survival(50) // 0.022750131948179212
 */
export function gaussian(sigma: number): ContinuousNoise {
  requireSpread('sigma', sigma);
  // exp(-z^2 / 2) turns the rounding of z = x / sigma into z^2 ulps: each tail is corrected by its own slope times that rounding.
  const density = (x: number, factor: number): number => {
    const z = x / sigma;
    return Math.abs(z) < 40
      ? expSquareTimes(z, -0.5, factor) * (1 - z * quotientError(x, sigma, z))
      : Number.isNaN(z)
        ? z
        : 0;
  };
  const upperTail = (x: number): number => {
    const z = x / sigma;
    if (z > 40) return 0;
    const r = scaledTail(0, z);
    return expSquareTimes(z, -0.5, r) * (1 - (invSqrtTwoPi / r) * quotientError(x, sigma, z));
  };
  const survival = (x: number): number => (x >= 0 ? upperTail(x) : 1 - upperTail(-x));
  const logSurvival = (x: number): number => (x >= 0 ? logNormalCdf(-x / sigma) : Math.log1p(-upperTail(-x)));
  /** `E (eta - x)_+` for x >= 0. */
  const excess = (x: number): number => {
    const z = x / sigma;
    if (z > 40) return 0;
    const r = scaledTail(1, z);
    return sigma * expSquareTimes(z, -0.5, r) * (1 - (scaledTail(0, z) / r) * quotientError(x, sigma, z));
  };
  const logPeak = Math.log(invSqrtTwoPi / sigma);
  return {
    support: 'real',
    kind: 'gaussian',
    spread: sigma,
    variance: sigma * sigma,
    fourthMoment: 3 * sigma ** 4,
    panelEnds: [0, 1, 2, 3.5, 6, 9],
    pdf: (x) => density(x, invSqrtTwoPi) / sigma,
    logPdf: (x) => logPeak - 0.5 * (x / sigma) ** 2,
    cdf: (x) => survival(-x),
    survival,
    logCdf: (x) => logSurvival(-x),
    logSurvival,
    quantile: (p) => sigma * normalQuantile(p),
    upperQuantile: (p) => -sigma * normalQuantile(p),
    tailMoment(order, threshold) {
      const z = Math.abs(threshold) / sigma;
      if (z > 40) return threshold > 0 || order % 2 === 1 ? 0 : (order === 4 ? 3 : 1) * sigma ** order;
      if (order === 0) return survival(threshold);
      if (order === 1) return sigma * density(threshold, invSqrtTwoPi);
      if (order === 3) return sigma ** 3 * density(threshold, (z * z + 2) * invSqrtTwoPi);
      const r = scaledTail(0, z);
      const factor = order === 2 ? r + z * invSqrtTwoPi : 3 * (r + z * invSqrtTwoPi) + z * z * z * invSqrtTwoPi;
      const tail = density(threshold, factor);
      return sigma ** order * (threshold >= 0 ? tail : (order === 4 ? 3 : 1) - tail);
    },
    positivePart: (x) => (x >= 0 ? x + excess(x) : excess(-x)),
    clippingBias: (x) => (x >= 0 ? excess(x) : excess(-x) - x),
    finestRate: () => 1e17 / sigma,
    // The density is at most .4 / sigma.
    positiveTransformBound: (_x, s) => Math.min(1, 1 / (2 * sigma * s)),
    cumulant: (rate) => (rate * sigma) ** 2 / 2,
    positivePartTransform: (x, s) => gaussianTransform(sigma, x, s),
    logPositivePartTransform: (x, s) => gaussianLogTransform(sigma, x, s),
    positivePartTransformMoment: (order, x, s) => gaussianTransformMoment(sigma, order, x, s),
  };
}
