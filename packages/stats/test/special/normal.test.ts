import { erfc, erfcx, logNormalCdf, millsRatio, normalCdf, normalPdf, normalSurvival } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { scaledTail } from '../../src/special/scaled-tail.js';
import { readTable } from '../table.js';
import { ulpDistance, worstUlp } from '../ulp.js';

// x, density, survival, cdf, log survival, log cdf, Mills ratio and its two moments, erfc(x), erfc(-x), erfcx(x), erfcx(-x)
type Row = [x: number, ...values: string[]];
const rows = readTable<Row>('special').filter((row) => Number(row[2]) > 0);
const sqrtTwoPi = Math.sqrt(2 * Math.PI);

describe('within 4 ulp of 60-digit values for |x| up to 38.4', () => {
  test.each<[string, number, (x: number) => number]>([
    ['normalPdf', 1, normalPdf],
    ['normalPdf on the left', 1, (x) => normalPdf(-x)],
    ['normalSurvival', 2, normalSurvival],
    ['normalCdf on the left', 2, (x) => normalCdf(-x)],
    ['normalCdf', 3, normalCdf],
    ['logNormalCdf on the left', 4, (x) => logNormalCdf(-x)],
    ['logNormalCdf', 5, logNormalCdf],
    ['millsRatio', 6, millsRatio],
    ['scaledTail of order 1', 7, (x) => sqrtTwoPi * scaledTail(1, x)],
    ['scaledTail of order 2', 8, (x) => sqrtTwoPi * scaledTail(2, x)],
    ['erfc', 9, erfc],
    ['erfc on the left', 10, (x) => erfc(-x)],
    ['erfcx', 11, erfcx],
    ['erfcx on the left', 12, (x) => erfcx(-x)],
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
  expect([normalPdf(Number.POSITIVE_INFINITY), millsRatio(Number.POSITIVE_INFINITY), erfc(0), erfcx(0)]).toEqual([
    0, 0, 1, 1,
  ]);
  expect([erfcx(-27), millsRatio(-39)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('what is not a number stays so', () => {
  for (const f of [normalPdf, normalCdf, normalSurvival, logNormalCdf, millsRatio, erfc, erfcx])
    expect(f(Number.NaN)).toBeNaN();
});
