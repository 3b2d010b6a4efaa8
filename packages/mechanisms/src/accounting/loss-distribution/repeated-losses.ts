import type { Composition, PrivacyEvent } from '../privacy-event.js';
import { subsampledGaussianLosses } from './loss-lattice.js';
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
  const far = largestExponent([event], reach);
  if (event.kind === 'gaussian' || event.samplingRate === 1) return 2 * far;
  return Math.log1p(event.samplingRate * Math.expm1(far)) - Math.log1p(event.samplingRate * Math.expm1(-far));
}

/**
 * A step of the lattice: as fine as the standard deviation of one release over 64, or as `FEWEST_POINTS` ask for, but no finer than `MOST_POINTS` allow.
 *
 * @param deviation Standard deviation of the sum of all losses, tilted to where it is looked at.
 */
export function latticeStep(composition: Composition, deviation: number, reach: number): number {
  const releases = composition.reduce((sum, { count }) => sum + count, 0);
  const ranges = composition.map((event) => rangeOf(event, reach));
  const whole = ranges.reduce((sum, range, i) => sum + range * (composition[i]?.count ?? 0), 0);
  const range = Math.max(Math.min(WINDOW * deviation, whole), ...ranges);
  return Math.max(Math.min(deviation / Math.sqrt(releases) / FINENESS, range / FEWEST_POINTS), range / MOST_POINTS);
}

/** Points of the lattice to a standard deviation of one release. */
const FINENESS = 64;

/** Standard deviations of the sum that a window has. */
const WINDOW = 17;

/** Of a window, or of the losses of one release. */
const [FEWEST_POINTS, MOST_POINTS] = [2 ** 13, 2 ** 16];
