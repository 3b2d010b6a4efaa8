import { expect, test } from 'vitest';
import { upperGamma } from '../../src/index.js';
import { readTable } from '../table.js';
import { ulpDistance } from '../ulp.js';

test('agrees with 60-digit values to 20 ulp, and 30 more for each power of e that the tail is small', () => {
  const rows = readTable<[a: number, x: number, value: string]>('upper-gamma');
  expect(rows.length).toBeGreaterThan(90);
  for (const [a, x, value] of rows) {
    const expected = Number(value);
    const allowed = 20 - 30 * Math.log(expected);
    expect(ulpDistance(upperGamma(a, x), expected), `Q(${a}, ${x})`).toBeLessThanOrEqual(allowed);
  }
});

test('of a whole shape it is a Poisson probability: at most n arrivals in time x', () => {
  const poisson = (n: number, x: number) => {
    let [term, sum] = [1, 1];
    for (let k = 1; k <= n; k++) {
      term *= x / k;
      sum += term;
    }
    return sum * Math.exp(-x);
  };
  for (const [n, x] of [
    [0, 3],
    [4, 0.5],
    [5, 8],
    [20, 21],
  ] as const) {
    expect(upperGamma(n + 1, x) / poisson(n, x)).toBeCloseTo(1, 13);
  }
});

test('the ends are exact, and what is outside is refused', () => {
  expect([upperGamma(3, 0), upperGamma(3, Number.POSITIVE_INFINITY)]).toEqual([1, 0]);
  for (const [a, x] of [
    [0, 1],
    [-1, 1],
    [2e6, 1],
    [2, -1],
    [2, Number.NaN],
  ] as const) {
    expect(() => upperGamma(a, x)).toThrow(RangeError);
  }
});
