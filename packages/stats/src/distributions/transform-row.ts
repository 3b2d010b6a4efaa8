import { gaussianRow } from './gaussian-transform.js';
import { laplaceRow } from './laplace-row.js';
import type { DiscreteNoise, NoiseDistribution } from './noise-distribution.js';

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
 * The example is log(3/4): half an atom at 0, half an exponential of mean 2.
 *
 * @example
 * const logPhi = new Float64Array(1);
 * const ratio = new Float64Array(1);
 * transformRow(laplace(2), Float64Array.of(0), null, 0.5, logPhi, ratio);
 * logPhi[0] // -0.2876820724517809
 */
export function transformRow(
  distribution: NoiseDistribution,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  if (distribution.support === 'integers') {
    discreteRow(distribution, counts, weights, t, logPhi, ratio);
  } else {
    const row = distribution.kind === 'laplace' ? laplaceRow : gaussianRow;
    row(distribution.spread, counts, weights, t, logPhi, ratio);
  }
}

function discreteRow(
  distribution: DiscreteNoise,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  for (let j = 0; j < counts.length; j++) {
    const x = counts[j] as number;
    const weight = weights === null ? 1 : (weights[j] as number);
    logPhi[j] = distribution.logPositivePartTransform(x, t * weight);
    ratio[j] = weight * distribution.tiltedMean(x, t * weight);
  }
}
