import { weightOf } from '../noisy-counts.js';
import type { ControlVariate } from './control-variate.js';

/**
 * Control for shares near `a_i x~_i / divisor`, with a divisor that is not random: that share itself, unbiased for
 * a_i x_i / divisor.
 */
export function proportionalControl(
  truth: Float64Array,
  counts: Float64Array,
  weights: Float64Array | null,
  divisor: number,
): ControlVariate {
  const factor = counts.map((_, i) => weightOf(weights, i) / divisor);
  return {
    expectedMinusTruth: counts.map((x, i) => (factor[i] as number) * x - (truth[i] as number)),
    accumulate: (noisy, outcome, into) => {
      for (let i = 0; i < into.length; i++) {
        into[i] = (into[i] as number) + (outcome[i] as number) - (factor[i] as number) * (noisy[i] as number);
      }
    },
  };
}
