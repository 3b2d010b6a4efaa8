import { expect, test } from 'vitest';
import { normalCdf } from '../../src/special/normal.js';
import { normalQuantile, normalUpperQuantile } from '../../src/special/normal-quantile.js';
import { readTable } from '../table.js';
import { worstUlp } from '../ulp.js';

const rows = readTable<[p: number, z: string]>('normal-quantile').filter(([p]) => p !== 0.5);

test('the quantile is within 4 ulp of 60-digit bisection, down to the smallest double', () => {
  expect(
    worstUlp(
      rows,
      ([p]) => normalQuantile(p),
      ([, z]) => Number(z),
    ).ulp,
  ).toBeLessThanOrEqual(4);
});

test('in the tails the Newton step brings it within 2 ulp', () => {
  const tails = rows.filter(([p]) => p > 1e-290 && p < 0.07);
  const worst = worstUlp(
    tails,
    ([p]) => normalQuantile(p),
    ([, z]) => Number(z),
  );
  expect(worst.ulp).toBeLessThanOrEqual(2);
});

test('the upper quantile is the quantile mirrored', () => {
  for (const [p] of rows) expect(normalUpperQuantile(p)).toBe(-normalQuantile(p));
});

test('the cdf of the quantile gives the probability back, up to the condition of the cdf', () => {
  for (const [p, z] of rows.filter(([p]) => p > 1e-290)) {
    const condition = 1 + Number(z) ** 2;
    expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThanOrEqual(8 * condition * 2 ** -53);
  }
});

test('0, 1/2 and 1 are exact and anything outside is not a number', () => {
  expect([0, 0.5, 1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
  expect([-1e-9, 1.0001, Number.NaN].map(normalQuantile)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
