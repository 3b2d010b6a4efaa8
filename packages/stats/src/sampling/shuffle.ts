import type { RandomStream } from '../random/stream.js';

/** Numbers in places that can be exchanged. */
type Places = number[] | Int32Array | Float64Array;

/**
 * Puts values in random order, each order equally likely: Fisher-Yates, from the end. O(n), one draw a place.
 *
 * @example
 * const values = [1, 2, 3];
 * shuffle(values, openStream(parseSeed(1), 'test', 0));
 * values.length // 3
 */
export function shuffle(values: Places, stream: RandomStream): void {
  for (let k = values.length - 1; k > 0; k--) exchange(values, k, stream.nextInteger(k + 1));
}

/**
 * The first `count` steps of a shuffle from the start: the first `count` places then hold values drawn without replacement, each set of them
 * equally likely, and the others what was not drawn. Source: Knuth, The Art of Computer Programming 2, algorithm 3.4.2 P.
 *
 * @param count 0 to the number of values.
 */
export function shuffleFirst(values: Places, count: number, stream: RandomStream): void {
  for (let k = 0; k < count; k++) exchange(values, k, k + stream.nextInteger(values.length - k));
}

function exchange(values: Places, one: number, other: number): void {
  const value = values[one] as number;
  values[one] = values[other] as number;
  values[other] = value;
}
