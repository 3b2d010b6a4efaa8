import { describe, expect, test } from 'vitest';
import { cellCountCheck } from '../../statistical-checks/cell-count-check.js';
import { chiSquareCheck } from '../../statistical-checks/chi-square-check.js';
import { coverageBand } from '../../statistical-checks/coverage-band.js';
import { distributionCheck } from '../../statistical-checks/distribution-check.js';
import { meanCheck } from '../../statistical-checks/mean-check.js';
import { describeVerdict, passes } from '../../statistical-checks/verdict.js';

describe('a verdict', () => {
  test('passes on its limits, fails outside them, and never passes with NaN', () => {
    expect(passes({ statistic: -2, bound: 2 })).toBe(true);
    expect(passes({ statistic: 2.0000001, bound: 2 })).toBe(false);
    expect(passes({ statistic: 5, lower: 5 })).toBe(true);
    expect(passes({ statistic: 4, lower: 5, upper: 9 })).toBe(false);
    expect(passes({ statistic: Number.NaN, upper: 9 })).toBe(false);
    expect(
      passes([
        { statistic: 1, bound: 2 },
        { statistic: 3, bound: 2 },
      ]),
    ).toBe(false);
  });

  test('that could not fail is refused', () => {
    expect(() => passes({ statistic: 1 })).toThrow('verdict limits: none (allowed: bound, lower or upper)');
    expect(() => passes([])).toThrow('verdicts: none (allowed: at least one)');
  });

  test('is described with what, statistic and limits', () => {
    expect(
      describeVerdict([
        { what: 'z', statistic: 3, bound: 2 },
        { statistic: 1, lower: 0 },
      ]),
    ).toBe('z 3 OUTSIDE -2 to 2\nstatistic 1 inside 0 to Infinity');
  });
});

describe('the checks', () => {
  test('the z of a mean is (average - mean) sqrt(n / variance)', () => {
    const verdict = meanCheck([1, 2, 3, 6], { mean: 1, variance: 4, falseAlarm: 0.05 });
    expect(verdict.statistic).toBe(2);
    expect(verdict.bound).toBeCloseTo(1.959963984540054, 11);
  });

  test('skewness widens the bound of a mean, by less the more draws there are', () => {
    const bound = (n: number, skewness: number) =>
      meanCheck(new Float64Array(n), { mean: 0, variance: 1, skewness, falseAlarm: 1e-8 }).bound ?? Number.NaN;
    expect(bound(100, 2)).toBeGreaterThan(bound(10_000, -2));
    expect(bound(10_000, -2)).toBeGreaterThan(bound(10_000, 0));
    expect(bound(100, 0)).toBe(bound(10_000, 0));
  });

  test('the distance of three draws from the uniform cdf is the one seen by eye', () => {
    expect(distributionCheck([0.9, 0.1, 0.2], (x) => x, 0.05).statistic).toBeCloseTo(2 / 3 - 0.2, 15);
  });

  test('chi-square adds (count - expected)^2 / expected, and its bound is above the textbook quantile', () => {
    const verdict = chiSquareCheck([40, 60, 100], [0.25, 0.25, 0.5], 0.05);
    expect(verdict.statistic).toBeCloseTo(2 + 2 + 0, 12);
    expect(verdict.upper).toBeGreaterThan(5.991464547107979);
  });

  test('each cell has the exact band of a binomial at its share of the rate', () => {
    expect(cellCountCheck([1, 7], [0.3, 0.7], 0.2)).toEqual([
      { what: 'count of cell 0 in 8 draws', statistic: 1, lower: 0, upper: 5 },
      { what: 'count of cell 1 in 8 draws', statistic: 7, lower: 3, upper: 8 },
    ]);
    expect(passes(cellCountCheck([1, 99], [0, 1], 1e-9))).toBe(false);
  });

  test('2,000 intervals of 95 % must cover between 1,849 and 1,944 times at 1e-6', () => {
    expect(coverageBand(2000, 0.95, 1e-6)).toEqual({ lower: 1849, upper: 1944 });
  });

  test.each([
    ['no draws', () => meanCheck([], { mean: 0, variance: 1, falseAlarm: 0.1 }), 'draws: 0 (allowed: at least 1)'],
    ['no variance', () => meanCheck([1], { mean: 0, variance: 0, falseAlarm: 0.1 }), 'variance: 0 (allowed: > 0)'],
    ['no draws to compare', () => distributionCheck([], (x) => x, 0.1), 'draws: 0 (allowed: at least 1)'],
    ['one cell', () => chiSquareCheck([9], [1], 0.1), 'cells: 1 (allowed: at least 2)'],
    ['a probability too few', () => cellCountCheck([9, 9], [1], 0.1), 'probabilities: 1 (allowed: one per cell, 2)'],
    ['probabilities of 0.9', () => cellCountCheck([9, 9], [0.5, 0.4], 0.1), 'sum of probabilities: 0.9 (allowed: 1)'],
    ['small cells', () => chiSquareCheck([9, 9], [0.5, 0.5], 0.1), 'smallest expected count: 9 (allowed: >= 25)'],
    ['half a trial', () => coverageBand(0.5, 0.9, 0.1), 'trials: 0.5 (allowed: an integer >= 1)'],
    ['a coverage of 95', () => coverageBand(9, 95, 0.1), 'probability: 95 (allowed: 0 to 1)'],
  ])('%s is refused', (_, act, message) => {
    expect(act).toThrow(new RangeError(message));
  });
});
