// Koskela, Jaelkoe, Honkela (2020), "Computing tight differential privacy guarantees using FFT", with the tilt of Esscher for relative accuracy.

import type { LossLattice } from './loss-lattice.js';
import { repeatedConvolution } from './repeated-convolution.js';
import { type RepeatedLoss, tiltedMoments } from './tilt.js';

/**
 * The sum of all losses near one place: the tilted distribution on a window of the lattice, from which delta is read off.
 * `delta(step k) = exp(logScale - tilt step k) W[k]`, W[k] = sum over j >= k of exp(-tilt step (j - k)) (1 - exp(-step (j - k))) times the
 * tilted probability of j, and V[k] is the same sum with exp(-(tilt + 1) step (j - k)) alone.
 */
export interface ComposedLoss {
  readonly step: number;
  readonly tilt: number;
  readonly logScale: number;
  /** The least loss of the window, in steps. */
  readonly first: number;
  /** The least loss, in steps, from which on gains keep their digits: three standard deviations below the tilted mean. */
  readonly trusted: number;
  readonly gains: Float64Array;
  readonly rests: Float64Array;
  /** What delta must be raised by: infinite losses, and those beyond the window. */
  readonly beyond: number;
  /** More than the relative error of what is read off: of the integrals of each cell, of the transform and of its powers. */
  readonly margin: number;
}

/** Composes on the common lattice by fast Fourier transform; nothing if the window would be wider than `most` steps. */
export function composeLosses(losses: readonly RepeatedLoss[], tilt: number, most: number): ComposedLoss | undefined {
  const step = losses[0]?.lattice.step ?? 1;
  const centre = tiltedMoments(losses, tilt);
  const top = reachOf(losses, tilt, centre, 1);
  const bottom = reachOf(losses, tilt, centre, -1);
  const width = Math.ceil((top + bottom) / step) + 2;
  if (!(width <= most)) return undefined;
  const n = 2 ** Math.max(4, Math.ceil(Math.log2(width)));
  const first = Math.ceil((centre.mean + top) / step) - n + 1;
  const masses = repeatedConvolution(
    n,
    losses.map(({ lattice, count }) => ({ masses: wrapTilted(lattice, tilt, n), count })),
  );
  const gains = new Float64Array(n + 1);
  const rests = new Float64Array(n + 1);
  const keptByGain = Math.exp(-tilt * step);
  const keptByRest = Math.exp(-(tilt + 1) * step);
  const gained = -Math.expm1(-step);
  let gain = 0;
  let rest = 0;
  for (let i = n - 1; i >= 0; i--) {
    gain = keptByGain * (gain + gained * rest);
    rest = Math.max(0, masses[modulo(first + i, n)] as number) + keptByRest * rest;
    gains[i] = gain;
    rests[i] = rest;
  }
  const infinite = losses.reduce((sum, { lattice, count }) => sum + count * lattice.infinite, 0);
  const releases = losses.reduce((sum, { count }) => sum + count, 0);
  const trusted = Math.max(first, Math.floor((centre.mean - 3 * Math.sqrt(centre.variance)) / step));
  const logScale = centre.logMoment;
  const beyond = infinite + Math.exp(logScale - tilt * (centre.mean + top) - LOG_OUTSIDE);
  return { step, tilt, logScale, first, trusted, gains, rests, beyond, margin: 1e-7 + 1e-14 * releases };
}

/** What may lie outside of the window on either side, as a part of the tilted whole: exp(-30). */
const LOG_OUTSIDE = 30;

/** Chernoff: a distance from the mean beyond which the tilted sum has less than exp(-30), the least of a few. */
function reachOf(
  losses: readonly RepeatedLoss[],
  tilt: number,
  { logMoment, mean, variance }: { logMoment: number; mean: number; variance: number },
  side: 1 | -1,
): number {
  const reaches = STANDARD_TILTS.map((standard) => {
    const more = standard / Math.sqrt(variance);
    const grown = tiltedMoments(losses, tilt + side * more).logMoment - logMoment;
    return (grown - side * more * mean + LOG_OUTSIDE) / more;
  });
  return Math.min(...reaches);
}

/** In units of one over the standard deviation: sqrt(60) is best for a normal sum, less where the tail is heavier. */
const STANDARD_TILTS = [1.5, 4, Math.sqrt(60)];

/** The tilted probabilities of one release, wrapped around n: index j holds all losses of j steps modulo n. */
function wrapTilted(lattice: LossLattice, tilt: number, n: number): Float64Array {
  const { step, first, logMasses } = lattice;
  const wrapped = new Float64Array(n);
  const { logMoment } = tiltedMoments([{ lattice, count: 1 }], tilt);
  const offset = tilt * step * first - logMoment;
  for (let i = 0; i < logMasses.length; i++) {
    const at = modulo(first + i, n);
    wrapped[at] = (wrapped[at] as number) + Math.exp((logMasses[i] as number) + tilt * step * i + offset);
  }
  return wrapped;
}

const modulo = (k: number, n: number): number => ((k % n) + n) % n;
