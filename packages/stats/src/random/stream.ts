import { fillPhiloxWords } from './philox-words.js';
import { counterTag, type Purpose } from './purpose.js';
import type { Seed } from './seed.js';
import { unitGaussianFromWords } from './unit-gaussian.js';
import { unitLaplaceFromWord } from './unit-laplace.js';

/**
 * A sequence of *simulation* draws: fast, seeded, repeatable, and not for release. The field `randomness` keeps the two
 * kinds apart: what releases data asks for `randomness: 'release'`, which the compiler refuses to take from here.
 */
export interface RandomStream {
  readonly randomness: 'simulation';
  /** An integer from 0 to 2^32 - 1. Takes one word. */
  nextUint32(): number;
  /** An odd multiple of 2^-53 in the open interval (0, 1), mean 1/2 exactly. Takes two words. */
  nextUniform(): number;
  /**
   * An integer from 0 to bound - 1, each equally likely (by rejection). Takes one word a try for bounds up to 2^32, else two.
   * @throws RangeError unless bound is an integer from 1 to 2^53.
   */
  nextInteger(bound: number): number;
  /** A standard normal draw. Takes two words. */
  nextGaussian(): number;
  /** A Laplace draw of scale 1. Takes one word. */
  nextLaplace(): number;
}

const wordsAtATime = 64;

/**
 * Opens the stream of a (seed, purpose, block). Two streams that differ in any of the three never share a word, nor does a stream share one
 * with the rows of `fillUnitLaplace` and `fillUnitGaussian`: word i of the stream is word i mod 4 of the Philox block with the seed
 * as key and, b being floor(i / 4), `(b mod 2^32, block mod 2^32, floor(block / 2^32) + 2^21 floor(b / 2^32), 512 + purpose)` as counter.
 *
 * @param block Which of the streams of this purpose: an integer from 0 to 2^53 - 1. Each has 2^45 words.
 * @throws RangeError when block is not such an integer.
 * @example
 * const stream = openStream(parseSeed(7), 'generator', 0);
 * stream.nextInteger(6) + 1 // 5
 */
export function openStream(seed: Seed, purpose: Purpose, block: number): RandomStream {
  if (!(Number.isSafeInteger(block) && block >= 0)) {
    throw new RangeError(`block: ${block} (allowed: an integer from 0 to 2^53 - 1)`);
  }
  const words = new Int32Array(wordsAtATime);
  const tag = counterTag(purpose, 'stream');
  const blockHigh = Math.floor(block / 4294967296);
  let made = 0;
  let used = wordsAtATime;

  const next = (): number => {
    if (used === wordsAtATime) {
      const high = blockHigh + 2097152 * Math.floor(made / 4294967296);
      fillPhiloxWords(words, wordsAtATime, seed, made % 4294967296, block >>> 0, high, tag);
      made += wordsAtATime / 4;
      used = 0;
    }
    return words[used++] as number;
  };

  return {
    randomness: 'simulation',
    nextUint32: () => next() >>> 0,
    nextUniform: () => {
      const high = next() >>> 0;
      return (high * 1048576 + (next() >>> 12) + 0.5) * 2.220446049250313e-16;
    },
    nextInteger: (bound) => {
      if (!(Number.isInteger(bound) && bound >= 1 && bound <= 2 ** 53)) {
        throw new RangeError(`bound: ${bound} (allowed: an integer from 1 to 2^53)`);
      }
      const range = bound <= 4294967296 ? 4294967296 : 2 ** 53;
      const limit = range - (range % bound);
      for (;;) {
        const high = next() >>> 0;
        const draw = range === 4294967296 ? high : high * 2097152 + (next() >>> 11);
        if (draw < limit) return draw % bound;
      }
    },
    nextGaussian: () => {
      const first = next();
      return unitGaussianFromWords(first, next());
    },
    nextLaplace: () => unitLaplaceFromWord(next()),
  };
}
