import { centralQuantile, outerQuantile } from '../special/normal-quantile-formulas.js';
import { negativeLogOfFraction } from './deterministic-log.js';

/** Engines inline a constant of this module at no cost; an imported binding they check at every use. */
const central = centralQuantile;
const outer = outerQuantile;

/** AS 241 changes formula at |p - 1/2| = .425; here at the nearest multiple of 2^-32, so that one word decides. */
const outerWord = 322122547;
const outerDraws = new Int32Array(513);
const pair = new Int32Array(2);
const single = new Float64Array(1);

/**
 * Two words, one draw from the standard normal: the top bit of the first is the sign, the other 31 bits and the top 21 bits of
 * the second a tail probability `t = (k + 1/2) / 2^53`, and the draw is the z that a normal exceeds with probability t.
 *
 * Support: 2^53 points, symmetric, none of them 0, |z| up to 8.29. Relative error of the inversion at most 1e-15; + - * /,
 * Math.sqrt and integers only, so it is bit-identical in every engine.
 */
export function unitGaussianFromWords(first: number, second: number): number {
  pair[0] = first;
  pair[1] = second;
  fillGaussianFromWords(single, 0, pair, 1);
  return single[0] as number;
}

/**
 * Makes draw j from words 2j and 2j + 1, as {@link unitGaussianFromWords} does, into `out` from index `start` on; at most 512 of
 * them. The 15 % of draws that lie outside the inner formula are listed without a branch and made in a second pass: a mispredicted
 * jump costs as much as a draw.
 */
export function fillGaussianFromWords(out: Float64Array, start: number, words: Int32Array, count: number): void {
  let outside = 0;
  for (let j = 0; j < count; j++) {
    const first = words[2 * j] as number;
    const q = 0.5 - tailFromWords(first, words[2 * j + 1] as number);
    out[start + j] = ((first >> 31) | 1) * central(q);
    outerDraws[outside] = j;
    outside += ((first & 0x7fffffff) - outerWord) >>> 31;
  }
  for (let i = 0; i < outside; i++) {
    const j = outerDraws[i] as number;
    const first = words[2 * j] as number;
    out[start + j] =
      ((first >> 31) | 1) * outer(Math.sqrt(negativeLogOfFraction(tailFromWords(first, words[2 * j + 1] as number))));
  }
}

function tailFromWords(first: number, second: number): number {
  return ((first & 0x7fffffff) * 2097152 + (second >>> 11) + 0.5) * 1.1102230246251565e-16;
}
