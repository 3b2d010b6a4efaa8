// Yeom and Fredrikson (IJCAI 2020), theorem 8; Hoeffding's inequality (1963, theorem 2).
import { outsideDomain } from '../messages.js';

export interface GuaranteeOptions {
  /** How many classes the model has, 2 or more. @default 2 */
  readonly classes?: number;
  /** Whether the draws for two people are independent or the same ones. @default 'separate' */
  readonly noise?: NoiseSharing;
  /**
   * How many pairs of people it shall hold for at once, by the union bound. Definition 7 and theorem 8 speak of one pair named in advance.
   * @default 1
   */
  readonly pairs?: number;
  /**
   * `theorem-8`: Hoeffding's inequality for each class, as published. `subsets`: for each set of classes, which is tighter for few classes (by half
   * of delta's exponent for three). @default 'theorem-8'
   */
  readonly bound?: 'theorem-8' | 'subsets';
}

/** `separate`: each person has draws of their own. `common`: all have the same draws. */
export type NoiseSharing = 'separate' | 'common';

/**
 * The probability delta that sampling breaks `TV(h_n(a), h_n(b)) <= D(a, b) + epsilon`, h_n being class frequencies of `samples` draws for each of two people.
 *
 * - `theorem-8`: `2 m exp(-4 n epsilon^2 / m^2)`, m classes, for separate draws.
 * - `subsets`: `(2^m - 2) exp(-n epsilon^2)`: the total variation is the largest difference over sets of classes, and each is a one-sided sum of
 *   2n independent terms.
 *
 * With **common** draws the n differences are the independent terms, each between -1 and 1, and only half the exponent is left: the same
 * guarantee takes twice the draws. (What is seen is mostly much better: near people give the same answer to the same draw.)
 *
 * @param samples Draws for each person, an integer above 0.
 * @param excess The epsilon by which the distance may be exceeded, above 0 and below 1.
 * @returns delta, at most 1, rounded up.
 * @throws DpfairError domain when an argument is outside its range.
 * @example
 * samplingDelta(100_000, 0.01) // 0.00018159971904994343
 */
export function samplingDelta(samples: number, excess: number, options: GuaranteeOptions = {}): number {
  if (!(Number.isSafeInteger(samples) && samples >= 1)) throw outsideDomain('samples', samples, 'an integer above 0');
  requireExcess(excess);
  const { rate, logFactor } = exponentOf(options);
  const exponent = rate * samples * excess * excess;
  // The exponent is off by a few ulps, which exp turns into as many times the exponent.
  const delta = Math.exp(logFactor - exponent * (1 - 2 ** -49)) * (1 + 2 ** -49 * (1 + Math.abs(logFactor)));
  return Math.min(1, Math.max(Number.MIN_VALUE, delta));
}

/**
 * The fewest draws for each person at which {@link samplingDelta} is at most `delta`.
 *
 * @param excess The epsilon by which the distance may be exceeded, above 0 and below 1.
 * @param delta Above 0 and below 1.
 * @example
 * samplesFor(0.01, 1e-4) // 105967
 */
export function samplesFor(excess: number, delta: number, options: GuaranteeOptions = {}): number {
  requireExcess(excess);
  requireDelta(delta);
  const { rate, logFactor } = exponentOf(options);
  let samples = Math.max(1, Math.ceil((logFactor - Math.log(delta)) / (rate * excess * excess)));
  if (!(samples < 2 ** 52)) throw outsideDomain('draws for this guarantee', samples, 'below 2^52: a larger epsilon');
  while (samples > 1 && samplingDelta(samples - 1, excess, options) <= delta) samples--;
  while (samplingDelta(samples, excess, options) > delta) samples++;
  return samples;
}

/**
 * The epsilon that `samples` draws for each person keep with probability 1 - delta; above 1 it says nothing. Rounded up.
 *
 * @example
 * excessFor(100_000, 1e-4) // 0.010293995693168008
 */
export function excessFor(samples: number, delta: number, options: GuaranteeOptions = {}): number {
  if (!(Number.isSafeInteger(samples) && samples >= 1)) throw outsideDomain('samples', samples, 'an integer above 0');
  requireDelta(delta);
  const { rate, logFactor } = exponentOf(options);
  return Math.sqrt((logFactor - Math.log(delta)) / (rate * samples)) * (1 + 2 ** -48);
}

/** delta is `exp(logFactor - rate n epsilon^2)`. */
function exponentOf(options: GuaranteeOptions): { readonly rate: number; readonly logFactor: number } {
  const { classes = 2, noise = 'separate', pairs = 1, bound = 'theorem-8' } = options;
  if (!(Number.isSafeInteger(classes) && classes >= 2)) throw outsideDomain('classes', classes, 'an integer from 2');
  if (!(Number.isSafeInteger(pairs) && pairs >= 1)) throw outsideDomain('pairs', pairs, 'an integer above 0');
  const perClass = bound === 'theorem-8';
  const rate = perClass ? 4 / (classes * classes) : 1;
  const sets = perClass ? Math.log(2 * classes) : classes * Math.LN2 + Math.log1p(-(2 ** (1 - classes)));
  return { rate: noise === 'common' ? rate / 2 : rate, logFactor: sets + Math.log(pairs) };
}

function requireExcess(excess: number): void {
  if (!(excess > 0 && excess < 1)) throw outsideDomain('epsilon of the guarantee', excess, 'above 0 and below 1');
}

function requireDelta(delta: number): void {
  if (!(delta > 0 && delta < 1)) throw outsideDomain('delta of the guarantee', delta, 'above 0 and below 1');
}
