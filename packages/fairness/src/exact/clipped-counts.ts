import type { NoiseDistribution } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';

/** Bias of clipping each count at 0: E (x + noise)_+ - x, in closed form. Always positive, largest for small counts. */
export function exactClippingBias(counts: Float64Array, noise: NoiseDistribution): AnalyticEstimate {
  const bias = counts.map((count) => noise.clippingBias(count));
  return {
    method: 'exact',
    bias,
    errors: bias.map((value) => 8 * Number.EPSILON * value),
    estimator: 'clipping',
  };
}
