// Derived for dpfair: docs/methods/monte-carlo.md.
import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';

/** Clipping of noisy values at a threshold, one per entity. */
export interface RareClipping {
  /** How far each true value is above the threshold, in counts. */
  readonly above: Float64Array;
  /** What one clipped count of each entity moves, in units of the outcome, at most. */
  readonly effect: Float64Array;
  /** Whether the control variate holds what clipping does to the clipped entity itself, so that only the others are concerned. */
  readonly ownInControl: boolean;
}

/** With fewer expected events than this in a whole run, its scatter says nothing of them. */
const FEWEST_EVENTS = 30;

/**
 * How far a bias may be off because clipping is so rare that a run of this length hardly sees it, in the unit of the outcome:
 * twice the larger of
 *
 * - the most that clipping adds on average to an entity with fewer than 30 expected events of its own;
 * - what clipping adds to all of them together, where that comes from fewer than 30 events: with gains g_i and chances p_i
 *   the effective number of events in T trials is T (sum g_i)^2 / sum (g_i^2 / p_i), so that many small events do not hide a
 *   rare large one.
 */
export function unseenClipping(clipping: RareClipping, noise: NoiseDistribution, trials: number): number {
  const { above, effect, ownInControl } = clipping;
  const chances = above.map((distance) => noise.survival(distance));
  const gains = above.map((distance, i) => (effect[i] as number) * noise.clippingBias(distance));
  const together = compensatedSum(gains);
  const squares = compensatedSum(gains.map((gain, i) => (gain === 0 ? 0 : gain * (gain / (chances[i] as number)))));
  const isSeen = trials * together * together >= FEWEST_EVENTS * squares;
  const own = gains.reduce(
    (most, gain, i) => (trials * (chances[i] as number) < FEWEST_EVENTS ? Math.max(most, gain) : most),
    0,
  );
  return 2 * Math.max(isSeen ? 0 : together, ownInControl ? 0 : own);
}
