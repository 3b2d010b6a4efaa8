// Koskela, Jaelkoe, Honkela (2020), "Computing tight differential privacy guarantees using FFT", with the tilt of Esscher for relative accuracy.

import type { LossLattice } from './loss-lattice.js';
import { repeatedConvolution } from './repeated-convolution.js';
import { type RepeatedLoss, type TiltedMoments, tiltedMoments } from './tilt.js';

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

/** Where a window ends: what is above has a chance of `outside` at most, by the moment of this tilt. */
export interface WindowTop {
  readonly outside: number;
  readonly tilt: number;
}

/**
 * Composes on the common lattice by fast Fourier transform, on a window that wraps around. What is above its top has a chance of `outside` at most, and
 * is added to delta. What is below its bottom comes back at the top, as a larger loss: a window with too few points would be looser, never wrong.
 */
export function composeLosses(
  losses: readonly RepeatedLoss[],
  tilt: number,
  { outside, tilt: topTilt }: WindowTop,
): ComposedLoss {
  const step = losses[0]?.lattice.step ?? 1;
  const centre = tiltedMoments(losses, tilt);
  const top = topOf(losses, outside, topTilt);
  const bottom = bottomOf(losses, tilt, centre);
  // Tilted to its very end, a bounded sum lies at one loss.
  const width = Math.max(0, top - bottom) / step + 2;
  const n = Math.min(MOST_POINTS, 2 ** Math.max(4, Math.ceil(Math.log2(width))));
  // Room to spare is above, where tilted losses beyond the top would come around.
  const first = Math.max(Math.floor(bottom / step), Math.ceil(top / step) - n + 1);
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
  return {
    step,
    tilt,
    logScale,
    first,
    trusted,
    gains,
    rests,
    beyond: infinite + outside,
    margin: 1e-7 + 1e-14 * releases,
  };
}

/** Of a window: a transform of as many takes a tenth of a second. */
const MOST_POINTS = 2 ** 19;

/** Chernoff: a loss that the sum exceeds with a chance of at most `outside`, by the moment of this tilt; at most the largest loss there is. */
function topOf(losses: readonly RepeatedLoss[], outside: number, tilt: number): number {
  const largest = losses.reduce((sum, { lattice: { step, first, logMasses }, count }) => {
    return sum + count * step * (first + logMasses.length - 1);
  }, 0);
  return Math.min(largest, (tiltedMoments(losses, tilt).logMoment - Math.log(outside)) / tilt);
}

/** Chernoff, by tilts that double while that helps: a loss below which the tilted sum has less than exp(-20). */
function bottomOf(losses: readonly RepeatedLoss[], tilt: number, { logMoment, variance }: TiltedMoments): number {
  let bottom = losses.reduce((sum, { lattice: { step, first }, count }) => sum + count * step * first, 0);
  for (let less = FIRST_TILT / Math.sqrt(variance), better = true; better; less *= 2) {
    const bound = (logMoment - tiltedMoments(losses, tilt - less).logMoment - LOG_BELOW) / less;
    better = bound > bottom;
    if (better) bottom = bound;
  }
  return bottom;
}

const LOG_BELOW = 20;

/** In units of one over the standard deviation: 2 sqrt(10) is best for a normal sum, more where it ends sooner than that. */
const FIRST_TILT = Math.sqrt(10);

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
