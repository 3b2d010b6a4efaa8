// Yeom and Fredrikson (IJCAI 2020), theorem 3 and algorithm 2.
import { noLaplaceSampler } from '../messages.js';
import { distance, type Metric } from '../metrics/index.js';
import { activeColumns } from './active-columns.js';
import { independentLaplace } from './independent-laplace.js';
import { logBallVolume } from './log-ball-volume.js';
import type { Smoothing, SmoothingOptions } from './smoothing.js';
import { sphericalNoise } from './spherical-noise.js';
import { laplaceTotalVariation } from './variation/laplace-total-variation.js';

/**
 * Laplace smoothing: noise of density proportional to `exp(-2 D(0, t))`. Every classifier smoothed with it is individually fair under D, in
 * total variation, for any number of classes; for L1 no smaller L1 metric would do (theorem 4).
 *
 * With d columns the radius D(0, t) is Gamma(d) / 2: mean d / 2, variance d / 4. Noise of many columns is far from its centre.
 *
 * @param metric Norm 1, 2 or Infinity; columns of scale 0 must be in `held`.
 * @throws DpfairError usage for another norm, domain for scales that cannot be smoothed.
 * @example
 * laplaceSmoothing(metricFromScales(1, [1, 2])).radius // { mean: 1, variance: 0.5 }
 */
export function laplaceSmoothing(metric: Metric, options: SmoothingOptions = {}): Smoothing {
  const { norm, scales } = metric;
  if (norm !== 1 && norm !== 2 && norm !== Number.POSITIVE_INFINITY) throw noLaplaceSampler(norm);
  const { active, held } = activeColumns(metric, options);
  const d = active.length;
  // Integral of exp(-2 ||t||): the volume of the unit ball times d! / 2^d, over the product of the scales.
  let logPeak = d * Math.LN2 - logBallVolume(norm, d);
  for (let k = 1; k <= d; k++) logPeak -= Math.log(k);
  for (const i of active) logPeak += Math.log(scales[i] as number);
  const zero = new Float64Array(scales.length);
  return {
    kind: 'laplace',
    metric,
    active,
    held,
    noiseScales: scales,
    radius: { mean: d / 2, variance: d / 4 },
    fill: norm === 1 ? independentLaplace(active, scales) : sphericalNoise(norm, active, scales),
    logDensity: (t) => logPeak - 2 * distance(metric, t, zero),
    totalVariation: (a, b, aAt, bAt) => laplaceTotalVariation(distance(metric, a, b, aAt, bAt)),
  };
}
