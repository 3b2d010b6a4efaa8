import type { Composition, PrivacyEvent } from '../privacy-event.js';
import { farthest, subsampledGaussianLosses } from './loss-lattice.js';
import type { SaddlePoint } from './saddle-point.js';
import type { RepeatedLoss } from './tilt.js';

/** Both directions of a composition, on one lattice. */
export interface RepeatedLosses {
  readonly removed: readonly RepeatedLoss[];
  readonly added: readonly RepeatedLoss[];
}

/** All events of a composition on a lattice of this step. @param reach In standard deviations of the noise. */
export function repeatedLosses(composition: Composition, step: number, reach: number): RepeatedLosses {
  const pairs = composition.map((event) => {
    const rate = event.kind === 'gaussian' ? 1 : event.samplingRate;
    return { count: event.count, ...subsampledGaussianLosses(rate, event.noiseMultiplier, step, reach) };
  });
  return {
    removed: pairs.map(({ count, removed }) => ({ count, lattice: removed })),
    added: pairs.map(({ count, added }) => ({ count, lattice: added })),
  };
}

/** The largest of log(N(1/z, 1) / N(0, 1)), `reach` standard deviations beyond the mean 1/z, before any sampling. */
export function largestExponent(composition: Composition, reach: number): number {
  return Math.max(...composition.map(({ noiseMultiplier: z }) => (reach + 0.5 / z) / z));
}

/** The range of the losses of one release, that far out on both sides. */
function rangeOf(event: PrivacyEvent, reach: number): number {
  const { noiseMultiplier: z } = event;
  const rate = event.kind === 'gaussian' ? 1 : event.samplingRate;
  const [least, most] = [(-reach - 0.5 / z) / z, (farthest(rate, z, reach) - 0.5 / z) / z];
  if (rate === 1) return most - least;
  return Math.log1p(rate * Math.expm1(most)) - Math.log1p(rate * Math.expm1(least));
}

/**
 * A step of the lattice, a part of two deviations of one release: of its share of the whole, and of what it is at hand of most draws, which rare ones
 * leave far behind. But no coarser than `FEWEST_POINTS` of a window ask for, and no finer than `MOST_POINTS` allow,
 * or `UTMOST_POINTS` where that is more than a quarter of the usual loss.
 *
 * @param height Where the window of the sum of all losses ends.
 */
export function latticeStep(
  composition: Composition,
  { mean, deviation }: SaddlePoint,
  height: number,
  reach: number,
): number {
  const releases = composition.reduce((sum, { count }) => sum + count, 0);
  const ranges = composition.map((event) => rangeOf(event, reach));
  const whole = ranges.reduce((sum, range, i) => sum + range * (composition[i]?.count ?? 0), 0);
  const longest = Math.max(...ranges);
  const usual = Math.sqrt(composition.reduce((sum, event) => sum + event.count * usualLoss(event) ** 2, 0));
  const below = BELOW * Math.min(deviation, usual) + (deviation > usual ? Math.max(0, mean) : 0);
  const window = Math.max(longest, Math.min(Math.max(0, height - mean) + below, whole));
  const fine = Math.min(deviation / FINENESS, usual / USUAL_FINENESS) / Math.sqrt(releases);
  const affordable = Math.min(window / MOST_POINTS, Math.max(window / UTMOST_POINTS, usual / Math.sqrt(releases) / 4));
  return Math.max(Math.min(fine, window / FEWEST_POINTS), affordable);
}

/** About the size of the loss where noise is not far out. */
function usualLoss(event: PrivacyEvent): number {
  const size = Math.min(1, 1 / event.noiseMultiplier);
  return event.kind === 'gaussian' ? size : size * event.samplingRate;
}

/** Points of the lattice to a standard deviation of one release, tilted and as it usually is: the variance grows by a sixth of a step squared. */
const [FINENESS, USUAL_FINENESS] = [64, 16];

/** Standard deviations of the sum that a window has below its mean, or below 0 where its tail is heavy. */
const BELOW = 9;

/** Of a window, or of the losses of one release; a little less than a power of two, which a window is widened to. The last where a step is coarse. */
const [FEWEST_POINTS, MOST_POINTS, UTMOST_POINTS] = [2 ** 13, 2 ** 17 - 2 ** 14, 2 ** 19 - 2 ** 16];
