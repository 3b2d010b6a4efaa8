import { quotientError } from '../special/exact-product.js';
import { laplaceLogTransform, laplaceTransform, laplaceTransformMoment } from './laplace-transform.js';
import { type ContinuousNoise, requireSpread } from './noise-distribution.js';

/**
 * Laplace noise with density `exp(-|x| / scale) / (2 scale)`: the noise of the Laplace mechanism, with scale = sensitivity / epsilon.
 *
 * @param scale The scale b in units of the counts (the standard deviation is `sqrt(2) b`), finite and above 0.
 * @throws RangeError for any other scale.
 * @example
 * laplace(10).clippingBias(20) // 0.6766764161830635
 */
export function laplace(scale: number): ContinuousNoise {
  requireSpread('scale', scale);
  /** `exp(-|x| / scale) / 2`, the probability beyond |x|; the rounding of the quotient is given back. */
  const halfTail = (x: number): number => {
    const size = Math.abs(x);
    const u = size / scale;
    return u < 760 ? 0.5 * Math.exp(-u) * (1 - quotientError(size, scale, u)) : Number.isNaN(u) ? u : 0;
  };
  const survival = (x: number): number => (x >= 0 ? halfTail(x) : 1 - halfTail(x));
  const logSurvival = (x: number): number => (x >= 0 ? -x / scale - Math.LN2 : Math.log1p(-halfTail(x)));
  const upperQuantile = (p: number): number => (p <= 0.5 ? -scale * Math.log(2 * p) : scale * Math.log(2 - 2 * p));
  const clippingBias = (x: number): number => scale * halfTail(x) - Math.min(x, 0);
  const logPeak = -Math.log(2 * scale);
  return {
    support: 'real',
    kind: 'laplace',
    spread: scale,
    variance: 2 * scale * scale,
    fourthMoment: 24 * scale ** 4,
    panelEnds: [0, 1, 3, 7, 15, 40],
    pdf: (x) => halfTail(x) / scale,
    logPdf: (x) => logPeak - Math.abs(x) / scale,
    cdf: (x) => survival(-x),
    survival,
    logCdf: (x) => logSurvival(-x),
    logSurvival,
    quantile: (p) => -upperQuantile(p),
    upperQuantile,
    tailMoment(order, threshold) {
      const u = Math.abs(threshold) / scale;
      // integral of t^k e^-t / 2 from u: (e^-u / 2) times u^k + k u^(k-1) + k (k-1) u^(k-2) + ...
      let sum = 1;
      let power = 1;
      for (let k = 1; k <= order; k++) {
        power *= u;
        sum = k * sum + power;
      }
      const tail = u < 760 ? halfTail(threshold) * sum : 0;
      const wholeMoment = order === 0 ? 1 : order === 2 ? 2 : 24;
      const moment = threshold >= 0 || order % 2 === 1 ? tail : wholeMoment - tail;
      return moment * scale ** order;
    },
    positivePart: (x) => scale * halfTail(x) + Math.max(x, 0),
    clippingBias,
    finestRate: () => 1e17 / scale,
    positiveTransformBound: (_x, s) => Math.min(1, 1 / (2 * scale * s)),
    cumulant(rate) {
      const square = (rate * scale) ** 2;
      return square < 1 ? -Math.log1p(-square) : Number.POSITIVE_INFINITY;
    },
    positivePartTransform: (x, s) => laplaceTransform(scale, x, s),
    logPositivePartTransform: (x, s) => laplaceLogTransform(scale, x, s),
    positivePartTransformMoment: (order, x, s) => laplaceTransformMoment(scale, order, x, s),
  };
}
