import type { SimulatedEstimate } from '../estimate.js';
import { type AlphaEstimate, type AlphaIntervalOptions, alphaInterval } from './alpha-interval.js';

/** Alpha of a simulation: the interval from its shards, wider by what they cannot see at either end of the spread. */
export function simulatedAlpha(
  { shards, bias, unseen, resolution }: SimulatedEstimate,
  standardErrors: Float64Array,
  options: AlphaIntervalOptions,
): AlphaEstimate {
  const interval = alphaInterval(shards.means, bias, standardErrors, options);
  const hidden = 2 * (unseen + resolution);
  return { ...interval, lower: Math.max(0, interval.lower - hidden), upper: interval.upper + hidden };
}
