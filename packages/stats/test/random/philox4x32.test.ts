import { philox4x32, type Words4 } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPhiloxWords } from '../../src/random/philox-words.js';
import { philoxReference } from './philox-reference.js';

// kat_vectors of Random123 (D. E. Shaw Research): counter, key, output of philox4x32 with 10 rounds
const vectors = [
  ['00000000 00000000 00000000 00000000', '00000000 00000000', '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  ['ffffffff ffffffff ffffffff ffffffff', 'ffffffff ffffffff', '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  ['243f6a88 85a308d3 13198a2e 03707344', 'a4093822 299f31d0', 'd16cfe09 94fdcceb 5001e420 24126ea1'],
].map((vector) => vector.map((text) => text.split(' ').map((word) => Number.parseInt(word, 16)))) as [
  Words4,
  [number, number],
  Words4,
][];

const word = fc.nat({ max: 0xffff_ffff });

describe('Philox4x32-10', () => {
  test.each(vectors)('turns counter %j with key %j into %j, as Random123 does', (counter, key, expected) => {
    expect(philox4x32(counter, key)).toEqual(expected);
  });

  test('equals 64-bit arithmetic for any counter and key', () => {
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox4x32(counter, key)).toEqual(philoxReference(counter, key));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a row of Philox words', () => {
  test.each(vectors)(
    'begins with the known answer for counter %j with key %j',
    ([c0, c1, c2, c3], [low, high], expected) => {
      const words = new Int32Array(4);
      fillPhiloxWords(words, 4, { low, high }, c0, c1, c2, c3);
      expect([...words].map((value) => value >>> 0)).toEqual(expected);
    },
  );

  test('is the sequence of blocks, the first word of the counter wrapping at 2^32', () => {
    fc.assert(
      fc.property(fc.tuple(word, word, word), fc.tuple(word, word), ([c1, c2, c3], [low, high]) => {
        const words = new Int32Array(13).fill(7);
        fillPhiloxWords(words, 12, { low, high }, 0xffff_ffff, c1, c2, c3);
        const blocks = [0xffff_ffff, 0, 1].flatMap((c0) => philoxReference([c0, c1, c2, c3], [low, high]));
        expect([...words].map((value) => value >>> 0)).toEqual([...blocks, 7]);
      }),
      { numRuns: 500 },
    );
  });
});
