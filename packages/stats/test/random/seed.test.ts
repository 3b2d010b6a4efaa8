import { formatSeed, parseSeed } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const largest = 2n ** 64n - 1n;

describe('parseSeed', () => {
  test('splits any 64-bit integer into its lower and upper 32 bits, written in any of four ways', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: largest }), (value) => {
        const seed = { low: Number(value % 2n ** 32n), high: Number(value / 2n ** 32n) };
        expect(parseSeed(value)).toEqual(seed);
        expect(parseSeed(value.toString())).toEqual(seed);
        expect(parseSeed(`0x${value.toString(16)}`)).toEqual(seed);
        if (value <= Number.MAX_SAFE_INTEGER) expect(parseSeed(Number(value))).toEqual(seed);
      }),
    );
    expect(parseSeed(largest)).toEqual({ low: 0xffff_ffff, high: 0xffff_ffff });
  });

  test.each([
    [-1, '-1'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [2 ** 53, '9007199254740992'],
    [-1n, '-1'],
    [largest + 1n, '18446744073709551616'],
    ['18446744073709551616', '"18446744073709551616"'],
    ['', '""'],
    [' 7', '" 7"'],
    ['1e3', '"1e3"'],
    ['-0x1', '"-0x1"'],
    ['0b11', '"0b11"'],
  ])('refuses %s and says what is allowed', (seed, shown) => {
    expect(() => parseSeed(seed)).toThrow(
      new RangeError(`seed: ${shown} (allowed: an integer from 0 to 2^64 - 1, decimal or 0x hexadecimal)`),
    );
  });
});

test('formatSeed writes decimal digits that parseSeed reads back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: largest }), (value) => {
      expect(formatSeed(parseSeed(value))).toBe(value.toString());
    }),
  );
});
