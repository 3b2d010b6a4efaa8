import { describe, expect, test } from 'vitest';
import { negativeLogOfFraction, negativeLogOfWord } from '../../src/random/deterministic-log.js';
import { worstUlp } from '../ulp.js';
import table from './negative-log.json' with { type: 'json' };

const words = table.flatMap((row) => (row.magnitude === undefined ? [] : [{ m: row.magnitude, value: row.value }]));
const fractions = table.flatMap((row) => (row.fraction === undefined ? [] : [{ p: row.fraction, value: row.value }]));

describe('the logarithm of the noise path is within 2 ulp of 40-digit values', () => {
  test('for words, whose top bit it does not look at', () => {
    for (const top of [0, 0x80000000]) {
      const worst = worstUlp(
        words,
        (row) => negativeLogOfWord(row.m | top),
        (row) => Number(row.value),
      );
      expect(words.length).toBeGreaterThan(400);
      expect(worst.ulp, JSON.stringify(worst)).toBeLessThanOrEqual(2);
    }
  });

  test('for fractions from the smallest subnormal to the last one below 1', () => {
    const worst = worstUlp(
      fractions,
      (row) => negativeLogOfFraction(row.p),
      (row) => Number(row.value),
    );
    expect(fractions.length).toBeGreaterThan(300);
    expect(worst.ulp, JSON.stringify(worst)).toBeLessThanOrEqual(2);
  });
});

test('the logarithm of 1 is 0', () => {
  expect(negativeLogOfFraction(1)).toBe(0);
});

test('the logarithm never rises with the magnitude, across the pieces of its table', () => {
  for (const start of [
    0,
    2 ** 30 - 2 ** 12,
    2 ** 30 + 2 ** 23 - 2 ** 12,
    2 ** 31 - 2 ** 23 - 2 ** 12,
    2 ** 31 - 2 ** 13,
  ]) {
    const values = Array.from({ length: 2 ** 13 }, (_, i) => negativeLogOfWord(start + i));
    expect(values.filter((value, i) => i > 0 && value > (values[i - 1] as number))).toEqual([]);
  }
});
