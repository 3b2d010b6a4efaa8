import { negativeLogOfWord } from './deterministic-log.js';

/** Engines inline a constant of this module at no cost; an imported binding they check at every use (2 ns a draw). */
const magnitude = negativeLogOfWord;

/**
 * One word, one draw from the Laplace distribution of scale 1 (standard deviation sqrt 2): the top bit is the sign, the
 * other 31 bits m the magnitude `-ln((m + 1/2) / 2^31)`.
 *
 * Support: 2^32 points, symmetric, none of them 0, magnitudes from 2.3e-10 to 22.2. Beyond 22.2 lies a probability of
 * 2.3e-10. For simulation only: a release must not round its noise to such a grid.
 */
export function unitLaplaceFromWord(word: number): number {
  return magnitude(word) * ((word >> 31) | 1);
}

/** Makes draw j from word j, as {@link unitLaplaceFromWord} does, into `out` from index `start` on. */
export function fillLaplaceFromWords(out: Float64Array, start: number, words: Int32Array, count: number): void {
  for (let j = 0; j < count; j++) {
    const word = words[j] as number;
    out[start + j] = magnitude(word) * ((word >> 31) | 1);
  }
}
