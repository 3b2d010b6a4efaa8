// Derived for dpfair: docs/methods/monte-carlo.md.
import { compensatedSum, type NoiseDistribution } from '@dpfair/stats';

/** Clipping of noisy values at a threshold, one per entity. */
export interface RareClipping {
  /** How far each true value is above the threshold, in counts. */
  readonly above: Float64Array;
  /** What one clipped count of each entity moves, in units of the outcome, at most. */
  readonly effect: Float64Array;
}

/** With fewer expected events than this in a whole run, its scatter says nothing of them. */
const FEWEST_EVENTS = 30;

/**
 * How far a bias may be off because clipping is so rare that a run of this length hardly sees it: twice the expected sum
 * of what clipping adds, in the unit of the outcome. 0 where it is seen often enough.
 */
export function unseenClipping({ above, effect }: RareClipping, noise: NoiseDistribution, trials: number): number {
  const events = trials * compensatedSum(above.map((distance) => noise.survival(distance)));
  if (events >= FEWEST_EVENTS) return 0;
  return 2 * compensatedSum(above.map((distance, i) => (effect[i] as number) * noise.clippingBias(distance)));
}
