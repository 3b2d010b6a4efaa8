import { describe, expect, test } from 'vitest';
import { expSquareTimes } from '../../src/special/exp-square.js';
import { logNormalCdf, normalCdf, normalSurvival } from '../../src/special/normal.js';
import { scaledTail } from '../../src/special/scaled-tail.js';
import { readTable } from '../table.js';
import { ulpDistance, worstUlp } from '../ulp.js';

// x, density, survival, cdf, log survival, log cdf, Mills ratio and its two moments
type Row = [x: number, ...values: string[]];
const rows = readTable<Row>('special').filter((row) => Number(row[2]) > 0);
const sqrtTwoPi = Math.sqrt(2 * Math.PI);

describe('within 4 ulp of 60-digit values for |x| up to 38.4', () => {
  test.each<[string, number, (x: number) => number]>([
    ['expSquareTimes', 1, (x) => expSquareTimes(x, -0.5, 1 / sqrtTwoPi)],
    ['expSquareTimes on the left', 1, (x) => expSquareTimes(-x, -0.5, 1 / sqrtTwoPi)],
    ['normalSurvival', 2, normalSurvival],
    ['normalCdf on the left', 2, (x) => normalCdf(-x)],
    ['normalCdf', 3, normalCdf],
    ['logNormalCdf on the left', 4, (x) => logNormalCdf(-x)],
    ['logNormalCdf', 5, logNormalCdf],
    ['scaledTail of order 0', 6, (x) => sqrtTwoPi * scaledTail(0, x)],
    ['scaledTail of order 1', 7, (x) => sqrtTwoPi * scaledTail(1, x)],
    ['scaledTail of order 2', 8, (x) => sqrtTwoPi * scaledTail(2, x)],
  ])('%s', (_, column, f) => {
    expect(
      worstUlp(
        rows,
        (row) => f(row[0]),
        (row) => Number(row[column]),
      ).ulp,
    ).toBeLessThanOrEqual(4);
  });
});

test('the logarithm of the cdf is exact to 2 ulp where the cdf itself is 0, out to -1e100', () => {
  for (const [x, value] of readTable<[number, string]>('log-normal-cdf-far')) {
    expect(ulpDistance(logNormalCdf(x), Number(value))).toBeLessThanOrEqual(2);
  }
  expect(normalCdf(-40)).toBe(0);
});

test('the ends of the line are exact', () => {
  expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(0), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 0.5, 1]);
  expect(logNormalCdf(Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
  expect([expSquareTimes(Number.POSITIVE_INFINITY, -0.5, 1), scaledTail(0, Number.POSITIVE_INFINITY)]).toEqual([0, 0]);
  expect(expSquareTimes(39, 0.5, 1)).toBe(Number.POSITIVE_INFINITY);
});

test('what is not a number stays so', () => {
  for (const f of [normalCdf, normalSurvival, logNormalCdf]) expect(f(Number.NaN)).toBeNaN();
  expect(expSquareTimes(Number.NaN, -0.5, 1)).toBeNaN();
});
