import { gammaP, gammaQ, logGammaP, logGammaQ } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { readTable } from '../table.js';

const rows = readTable<[a: number, x: number, ...values: string[]]>('incomplete-gamma');

describe('within 1e-12 of 60-digit values for shapes from 0.5 to 16442, 30 standard deviations out', () => {
  test.each([
    ['gammaP', 2, gammaP],
    ['gammaQ', 3, gammaQ],
    ['logGammaP', 4, logGammaP],
    ['logGammaQ', 5, logGammaQ],
  ] as const)('%s', (_, column, f) => {
    for (const row of rows) {
      const expected = Number(row[column]);
      if (Math.abs(expected) > 1e-300) expect(Math.abs(f(row[0], row[1]) / expected - 1)).toBeLessThan(1e-12);
    }
  });
});

test('an integer shape gives the Poisson sum', () => {
  expect(gammaQ(3, 2)).toBeCloseTo(Math.exp(-2) * (1 + 2 + 2), 15);
});

test('the ends are exact', () => {
  expect([gammaP(2, 0), gammaQ(2, 0), gammaP(2, Number.POSITIVE_INFINITY)]).toEqual([0, 1, 1]);
  expect(logGammaP(2, 0)).toBe(Number.NEGATIVE_INFINITY);
});

test('arguments out of range are refused by name and value', () => {
  expect(() => gammaP(0, 1)).toThrow(new RangeError('shape: 0 (allowed: above 0, at most 1e8)'));
  expect(() => gammaQ(1, -1)).toThrow(new RangeError('x: -1 (allowed: at least 0)'));
});
