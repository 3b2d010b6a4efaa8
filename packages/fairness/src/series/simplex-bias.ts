import type { ContinuousNoise } from '@dpfair/stats';
import type { AnalyticEstimate } from '../estimate.js';
import { LARGEST_SEPARATE_CROSSINGS, separateCrossingsBias } from './separate-crossings.js';
import { simplexBiasSeries } from './simplex-counts.js';

/**
 * Bias of the projection of noisy counts onto the simplex of their true total: whichever of two series states the
 * smaller error. Few entities near zero: separate crossings. Many: expansion around the mean-field threshold.
 */
export function simplexBias(counts: Float64Array, noise: ContinuousNoise): AnalyticEstimate {
  const expanded = simplexBiasSeries(counts, noise);
  if (counts.length > LARGEST_SEPARATE_CROSSINGS) return expanded;
  const separate = separateCrossingsBias(counts, noise);
  return largest(separate.errors) < largest(expanded.errors) ? separate : expanded;
}

const largest = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0);
