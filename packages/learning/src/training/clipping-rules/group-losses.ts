import type { RandomStream } from '@dpfair/stats';
import type { SeenBatch } from '../clipping.js';

/** Sum of losses and number of rows of each group, both with noise. */
export interface GroupLosses {
  readonly losses: Float64Array;
  readonly counts: Float64Array;
}

/**
 * Adds the noisy sums of losses and counts of some rows to `into`. A row changes one pair `(min(loss, lossBound) / lossBound, 1)` of its group,
 * whose norm is at most sqrt(2): the standard deviation of each sum is `noise sqrt(2)`, that of losses times `lossBound`.
 *
 * @param noise noise multiplier of all of them together; 0 for none
 */
export function noisyGroupLosses(
  { losses, groups, count }: Pick<SeenBatch, 'losses' | 'groups' | 'count'>,
  { lossBound, noise }: { readonly lossBound: number; readonly noise: number },
  stream: RandomStream,
  into: GroupLosses,
): void {
  for (let k = 0; k < count; k++) {
    const group = groups[k] as number;
    into.losses[group] = (into.losses[group] as number) + Math.min(lossBound, losses[k] as number);
    into.counts[group] = (into.counts[group] as number) + 1;
  }
  if (noise === 0) return;
  const deviation = noise * Math.SQRT2;
  for (let group = 0; group < into.counts.length; group++) {
    into.losses[group] = (into.losses[group] as number) + lossBound * deviation * stream.nextGaussian();
    into.counts[group] = (into.counts[group] as number) + deviation * stream.nextGaussian();
  }
}
