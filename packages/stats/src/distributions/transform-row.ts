import { productError, quotientError } from '../special/exact-product.js';
import { fallingMoment, risingMoment } from './exponential-moments.js';
import { gaussianLogTransform, gaussianTiltedMean } from './gaussian-transform.js';
import type { NoiseDistribution } from './noise-distribution.js';

/**
 * One quadrature node of the exact share estimator, for all entities at once. With `U_j = a_j (x_j + eta_j)_+`:
 * `logPhi[j] = log E exp(-t U_j)` and `ratio[j] = E[U_j exp(-t U_j)] / E[exp(-t U_j)]`, from which
 * `E[U_i / sum of U] = integral over t of ratio_i(t) exp(sum of logPhi(t)) dt`.
 *
 * Both keep full relative accuracy where the transform is near 1 and where it underflows. O(n), one `exp` (or `expm1`) and one
 * logarithm an entity for Laplace noise; writes into the two outputs and allocates nothing.
 *
 * @param distribution The noise on each count, the same for all.
 * @param counts True counts x_j, any sign.
 * @param weights Weights a_j >= 0, as long as `counts`; null for all 1.
 * @param t Rate, finite and at least 0, per unit of weight times count.
 * @param logPhi Output, as long as `counts`.
 * @param ratio Output, as long as `counts`, in units of weight times count.
 * @example
 * const logPhi = new Float64Array(1);
 * const ratio = new Float64Array(1);
 * transformRow(laplace(2), Float64Array.of(0), null, 0.5, logPhi, ratio);
 * logPhi[0]; // -0.2876820724517809, log(3/4): half an atom at 0, half an exponential of mean 2
 */
export function transformRow(
  distribution: NoiseDistribution,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  const spread = distribution.spread;
  if (distribution.kind === 'laplace') {
    laplaceRow(spread, counts, weights, t, logPhi, ratio);
    return;
  }
  for (let j = 0; j < counts.length; j++) {
    const weight = weights === null ? 1 : (weights[j] as number);
    const x = counts[j] as number;
    logPhi[j] = gaussianLogTransform(spread, x, t * weight);
    ratio[j] = weight * gaussianTiltedMean(spread, x, t * weight);
  }
}

// The same regions as laplace-transform.ts, with u = x/b and v = s b. For v <= 1/4, which is where quadrature nodes live,
//   e^(uv) phi = N / (1 - v^2) with N = 1 - v (1 + v) E / 2 and E = e^(-u (1 - v)),
// whose logarithmic derivative in v gives the ratio: one exp and one log1p, or none when q is tiny.
function laplaceRow(
  scale: number,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  const inverse = 1 / scale;
  for (let j = 0; j < counts.length; j++) {
    const x = counts[j] as number;
    const weight = weights === null ? 1 : (weights[j] as number);
    const unit = weight * scale;
    const s = t * weight;
    const v = s * scale;
    const u = x * inverse;
    if (x < 0) {
      const positive = 0.5 * Math.exp(x / scale) * (1 + quotientError(x, scale, x / scale));
      const mean = 1 / (1 + v);
      logPhi[j] = Math.log1p(-positive * v * mean);
      ratio[j] = (unit * positive * mean * mean) / (1 - positive * v * mean);
    } else if (v <= 0.25) {
      const square = 1 / (1 - v * v);
      const decay = Math.exp(u * (v - 1));
      const half = 0.5 * (1 + v) * decay;
      const q = v * (v - half) * square;
      logPhi[j] = (q < 1e-3 && q > -1e-3 ? log1pNearZero(q) : Math.log1p(q)) - u * v;
      ratio[j] = unit * (u - 2 * v * square + (0.5 * decay * (1 + 2 * v) + u * v * half) / (1 - v * half));
    } else {
      const gap = 1 - v - productError(s, scale, v);
      const mean = 1 / (1 + v);
      const above = 0.5 * mean * (u + mean);
      if (gap >= 0) {
        const q = 0.5 * v * (u * risingMoment(0, u * gap) - mean);
        logPhi[j] = Math.log1p(q) - u * v;
        ratio[j] = (unit * (0.5 * u * u * risingMoment(1, u * gap) + above)) / (1 + q);
      } else {
        const last = Math.exp(u * gap);
        const bracket = 0.5 + 0.5 * u * fallingMoment(0, -u * gap) + 0.5 * last * mean;
        logPhi[j] = Math.log(bracket) - u;
        ratio[j] = (unit * (0.5 * u * u * fallingMoment(1, -u * gap) + last * above)) / bracket;
      }
    }
  }
}

/** `log(1 + q)` for |q| <= 1e-3: the first six terms leave q^7 / 7 < 1e-22. */
function log1pNearZero(q: number): number {
  return q * (1 - q * (1 / 2 - q * (1 / 3 - q * (1 / 4 - q * (1 / 5 - q * (1 / 6))))));
}
