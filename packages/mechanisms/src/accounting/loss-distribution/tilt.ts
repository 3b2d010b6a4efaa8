// Esscher (1932), "On the probability function in the collective theory of risk": a distribution tilted until its mean is where its tail is asked for.
import type { LossLattice } from './loss-lattice.js';

/** A release that is made `count` times. */
export interface RepeatedLoss {
  readonly lattice: LossLattice;
  readonly count: number;
}

/** Logarithm, mean and variance of the sum of all losses under the distribution in proportion to exp(tilt loss) P. */
export interface TiltedMoments {
  readonly logMoment: number;
  readonly mean: number;
  readonly variance: number;
}

/** `sum of count log E_P exp(tilt loss)`, with its first two derivatives in the tilt. */
export function tiltedMoments(losses: readonly RepeatedLoss[], tilt: number): TiltedMoments {
  let [logMoment, mean, variance] = [0, 0, 0];
  for (const { lattice, count } of losses) {
    const { step, first, logMasses } = lattice;
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < logMasses.length; i++) {
      largest = Math.max(largest, (logMasses[i] as number) + tilt * step * i);
    }
    let sum = 0;
    let sumOne = 0;
    let sumTwo = 0;
    for (let i = 0; i < logMasses.length; i++) {
      const exponent = (logMasses[i] as number) + tilt * step * i - largest;
      if (exponent < NEGLIGIBLE) continue;
      const weight = Math.exp(exponent);
      sum += weight;
      sumOne += weight * i;
      sumTwo += weight * i * i;
    }
    const middle = sumOne / sum;
    logMoment += count * (Math.log(sum) + largest + tilt * step * first);
    mean += count * step * (first + middle);
    variance += count * step * step * (sumTwo / sum - middle * middle);
  }
  return { logMoment, mean, variance };
}

/** Logarithm of a weight that adds nothing to the sum of up to 2^17 others. */
const NEGLIGIBLE = -60;

/** The tilt from 0 to 2^12 under which the mean of the sum is `target`, or the nearest: to a tenth of a standard deviation. */
export function tiltFor(losses: readonly RepeatedLoss[], target: number, start: number): number {
  let [lower, upper, tilt] = [0, LARGEST, start];
  for (let round = 0; round < ROUNDS; round++) {
    const { mean, variance } = tiltedMoments(losses, tilt);
    const off = target - mean;
    if (Math.abs(off) <= 0.1 * Math.sqrt(variance)) break;
    if (off > 0) lower = tilt;
    else upper = tilt;
    const newton = tilt + off / variance;
    tilt = newton > lower && newton < upper ? newton : (lower + upper) / 2;
  }
  return tilt;
}

const LARGEST = 2 ** 12;

/** Bisection alone would reach the smallest tilt that matters. */
const ROUNDS = 40;
