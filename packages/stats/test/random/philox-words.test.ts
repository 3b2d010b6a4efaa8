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
  [number, number, number, number],
  [number, number],
  number[],
][];

const word = fc.nat({ max: 0xffff_ffff });

describe('a row of Philox words', () => {
  test.each(vectors)(
    'begins with the known answer of Random123 for counter %j with key %j',
    (counter, [low, high], expected) => {
      const words = new Int32Array(4);
      fillPhiloxWords(words, 4, { low, high }, ...counter);
      expect([...words].map((value) => value >>> 0)).toEqual(expected);
      expect(philoxReference(counter, [low, high])).toEqual(expected);
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
