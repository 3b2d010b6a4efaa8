// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), Philox4x32-10.

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const keyStep0 = 0x9e3779b9;
const keyStep1 = 0xbb67ae85;

/** Four 32-bit words, each from 0 to 2^32 - 1. */
export type Words4 = readonly [number, number, number, number];

/**
 * One block of Philox4x32-10: ten rounds that turn a counter and a key into four 32-bit words that look random. The same
 * counter and key always give the same words, so any draw can be made at any time, in any order, on any machine.
 *
 * This is the plain form, for reading and for checking; {@link fillPhiloxWords} is the same function for rows of counters.
 *
 * @param counter Four 32-bit words.
 * @param key Two 32-bit words.
 * @returns Four 32-bit words, unsigned.
 * @example
 * philox4x32([0, 0, 0, 0], [0, 0]).map((word) => word.toString(16)) // ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']
 */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [a, b, c, d] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(multiplier0, a);
    const high1 = multiplyHigh(multiplier1, c);
    [a, b, c, d] = [high1 ^ b ^ k0, Math.imul(multiplier1, c), high0 ^ d ^ k1, Math.imul(multiplier0, a)];
    k0 = (k0 + keyStep0) | 0;
    k1 = (k1 + keyStep1) | 0;
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** Upper 32 bits of the 64-bit product of two unsigned 32-bit integers, by 16-bit halves; no step exceeds 32 bits. */
function multiplyHigh(m: number, x: number): number {
  const ml = m & 0xffff;
  const mh = m >>> 16;
  const xl = x & 0xffff;
  const xh = x >>> 16;
  const middle = (Math.imul(mh, xl) + (Math.imul(ml, xl) >>> 16)) >>> 0;
  const carry = (Math.imul(ml, xh) + (middle & 0xffff)) >>> 0;
  return (Math.imul(mh, xh) + (middle >>> 16) + (carry >>> 16)) >>> 0;
}
