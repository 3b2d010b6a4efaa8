// Yeom and Fredrikson (IJCAI 2020), theorems 5 and 7, with the conversion of section 4.2 for other norms.
import { fillUnitGaussian } from '@dpfair/stats';
import { distance, type Metric, metricFromScales } from '../metrics/index.js';
import { activeColumns } from './active-columns.js';
import { scatter } from './scatter.js';
import type { Smoothing, SmoothingOptions } from './smoothing.js';
import { gaussianTotalVariation } from './variation/gaussian-total-variation.js';

/**
 * Gaussian smoothing: independent normal noise of standard deviation `1 / (sqrt(2 pi) noiseScale)` in each column. Every classifier smoothed with it is
 * individually fair under the metric, in total variation. The paper shows it for two classes; it holds for any number, since what a model
 * makes of the noise cannot differ more than the noise does.
 *
 * Noise scales are those of the metric for norms up to 2, where the L2 distance is the smaller one; above 2 they are divided by
 * `d^(1/2 - 1/p)`, d being the number of columns with noise.
 *
 * @param metric Any norm; columns of scale 0 must be in `held`.
 * @throws DpfairError domain for scales that cannot be smoothed.
 * @example
 * gaussianSmoothing(metricFromScales(Infinity, [1, 1, 1, 1])).noiseScales // Float64Array(4) [ 0.5, 0.5, 0.5, 0.5 ]
 */
export function gaussianSmoothing(metric: Metric, options: SmoothingOptions = {}): Smoothing {
  const { norm, scales, columns } = metric;
  const { active, held } = activeColumns(metric, options);
  const d = active.length;
  const divisor = norm > 2 ? d ** (0.5 - 1 / norm) : 1;
  const euclidean = metricFromScales(
    2,
    scales.map((scale) => scale / divisor),
    columns,
  );
  const { scales: noiseScales } = euclidean;
  const factors = noiseScales.map((scale) => (scale > 0 ? 1 / (Math.sqrt(2 * Math.PI) * scale) : 0));
  let logPeak = 0;
  for (const i of active) logPeak += Math.log(noiseScales[i] as number);
  const zero = new Float64Array(scales.length);
  const mean = meanRadius(d);
  return {
    kind: 'gaussian',
    metric,
    active,
    held,
    noiseScales,
    radius: { mean, variance: d / (2 * Math.PI) - mean * mean },
    fill(out, seed, trial) {
      const unit = new Float64Array((out.length / scales.length) * d);
      fillUnitGaussian(unit, seed, 'smoothing', trial);
      scatter(out, unit, active, factors);
    },
    logDensity: (t) => logPeak - Math.PI * distance(euclidean, t, zero) ** 2,
    totalVariation: (a, b, aAt, bAt) => gaussianTotalVariation(distance(euclidean, a, b, aAt, bAt)),
  };
}

/** `Gamma((d + 1) / 2) / (Gamma(d / 2) sqrt(pi))`, from 1 / pi at d = 1 and 1 / 2 at d = 2 in steps of two. */
function meanRadius(d: number): number {
  let mean = d % 2 === 1 ? 1 / Math.PI : 0.5;
  for (let k = d % 2 === 1 ? 1 : 2; k < d; k += 2) mean *= (k + 1) / k;
  return mean;
}
