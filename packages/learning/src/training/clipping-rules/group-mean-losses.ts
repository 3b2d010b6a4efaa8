import type { GroupLosses } from './group-losses.js';

/** A group whose noisy count is below so many standard deviations of its noise is not seen: its mean would be noise over noise. */
const SEEN_FROM = 3;

/** Mean losses from noisy sums. */
export interface GroupMeanLosses {
  /** Of each group, between 0 and `lossBound`; null for a group that is not seen. */
  readonly groups: readonly (number | null)[];
  /** Of all rows, between 0 and `lossBound`; null where too few are counted to be seen. */
  readonly all: number | null;
}

/**
 * Mean losses of groups from noisy sums of losses and counts, cut to where a mean can be: `[0, lossBound]`. A group whose count is below 1, or
 * below three standard deviations of the noise of a count, is left out. Whatever is done with noisy sums costs no privacy.
 *
 * @param noise noise multiplier of one release, as of `noisyGroupLosses`. @param releases how many were added up
 */
export function groupMeanLosses(
  { losses, counts }: GroupLosses,
  { lossBound, noise }: { readonly lossBound: number; readonly noise: number },
  releases: number,
): GroupMeanLosses {
  const deviation = noise * Math.SQRT2 * Math.sqrt(releases);
  const meanOf = (loss: number, count: number, deviations: number): number | null =>
    count >= Math.max(1, SEEN_FROM * deviations) ? Math.min(lossBound, Math.max(0, loss / count)) : null;
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  return {
    groups: Array.from(losses, (loss, a) => meanOf(loss, counts[a] as number, deviation)),
    all: meanOf(total(losses), total(counts), deviation * Math.sqrt(counts.length)),
  };
}
