// Source: Wichura, Algorithm AS 241 (Applied Statistics 37, 1988), PPND16.
import { negativeLogOfFraction } from './deterministic-log.js';

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
  let outer = 0;
  for (let j = 0; j < count; j++) {
    const first = words[2 * j] as number;
    const q = 0.5 - tailFromWords(first, words[2 * j + 1] as number);
    const r = 0.180625 - q * q;
    const top =
      ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
        13731.69376550946) *
        r +
        1971.5909503065513) *
        r +
        133.14166789178438) *
        r +
      3.3871328727963665;
    const bottom =
      ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
      1;
    out[start + j] = ((first >> 31) | 1) * ((q * top) / bottom);
    outerDraws[outer] = j;
    outer += ((first & 0x7fffffff) - outerWord) >>> 31;
  }
  for (let i = 0; i < outer; i++) {
    const j = outerDraws[i] as number;
    const first = words[2 * j] as number;
    out[start + j] = ((first >> 31) | 1) * outerQuantile(tailFromWords(first, words[2 * j + 1] as number));
  }
}

function tailFromWords(first: number, second: number): number {
  return ((first & 0x7fffffff) * 2097152 + (second >>> 11) + 0.5) * 1.1102230246251565e-16;
}

/** The z that a standard normal exceeds with probability `tail`, for tails up to .075. */
function outerQuantile(tail: number): number {
  const distance = Math.sqrt(negativeLogOfFraction(tail));
  return distance <= 5 ? near(distance - 1.6) : far(distance - 5);
}

function near(r: number): number {
  const top =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const bottom =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return top / bottom;
}

function far(r: number): number {
  const top =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const bottom =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return top / bottom;
}
