// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), Philox4x32-10, its ten rounds written
// out and its key schedule hoisted.
import type { Seed } from './seed.js';

/**
 * Fills a row of random words: word 4b + w of the row is word w of the Philox block with counter
 * `(firstBlock + b, c1, c2, c3)` and the seed as key.
 *
 * The rounds are written out because engines do not unroll them: 10 ns a word instead of 20. The upper half of a product is made of
 * 16-bit halves, so that no step exceeds 32 bits: for the first multiplier 0xd251 * 2^16 + 0x1f53, for the second 0xcd9e * 2^16 + 0x8d57.
 *
 * @param words Filled from index 0; holds signed words (the same bits as unsigned ones).
 * @param count How many words to fill; a multiple of 4, at most `words.length`.
 * @param firstBlock First word of the first counter; it wraps at 2^32.
 */
export function fillPhiloxWords(
  words: Int32Array,
  count: number,
  seed: Seed,
  firstBlock: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  const k0 = seed.low | 0;
  const k1 = seed.high | 0;
  const k2 = (k0 + 0x9e3779b9) | 0;
  const k3 = (k1 + 0xbb67ae85) | 0;
  const k4 = (k2 + 0x9e3779b9) | 0;
  const k5 = (k3 + 0xbb67ae85) | 0;
  const k6 = (k4 + 0x9e3779b9) | 0;
  const k7 = (k5 + 0xbb67ae85) | 0;
  const k8 = (k6 + 0x9e3779b9) | 0;
  const k9 = (k7 + 0xbb67ae85) | 0;
  const k10 = (k8 + 0x9e3779b9) | 0;
  const k11 = (k9 + 0xbb67ae85) | 0;
  const k12 = (k10 + 0x9e3779b9) | 0;
  const k13 = (k11 + 0xbb67ae85) | 0;
  const k14 = (k12 + 0x9e3779b9) | 0;
  const k15 = (k13 + 0xbb67ae85) | 0;
  const k16 = (k14 + 0x9e3779b9) | 0;
  const k17 = (k15 + 0xbb67ae85) | 0;
  const k18 = (k16 + 0x9e3779b9) | 0;
  const k19 = (k17 + 0xbb67ae85) | 0;
  for (let i = 0; i < count; i += 4) {
    let a = (firstBlock + (i >>> 2)) | 0;
    let b = c1 | 0;
    let c = c2 | 0;
    let d = c3 | 0;
    let low = 0;
    let middle = 0;
    let carry = 0;
    let high = 0;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k1;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k0;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k3;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k2;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k5;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k4;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k7;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k6;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k9;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k8;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k11;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k10;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k13;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k12;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k15;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k14;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k17;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k16;
    b = low;
    c = high;

    middle = (Math.imul(0xd251, a & 0xffff) + (Math.imul(0x1f53, a & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x1f53, a >>> 16) + (middle & 0xffff)) | 0;
    high = (Math.imul(0xd251, a >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ d ^ k19;
    d = Math.imul(0xd2511f53, a);
    middle = (Math.imul(0xcd9e, c & 0xffff) + (Math.imul(0x8d57, c & 0xffff) >>> 16)) | 0;
    carry = (Math.imul(0x8d57, c >>> 16) + (middle & 0xffff)) | 0;
    low = Math.imul(0xcd9e8d57, c);
    a = (Math.imul(0xcd9e, c >>> 16) + (middle >>> 16) + (carry >>> 16)) ^ b ^ k18;
    b = low;
    c = high;

    words[i] = a;
    words[i + 1] = b;
    words[i + 2] = c;
    words[i + 3] = d;
  }
}
