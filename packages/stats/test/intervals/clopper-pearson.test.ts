import { clopperPearson } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import table from './clopper-pearson.json' with { type: 'json' };

const relative = (actual: number, expected: number) => (actual === expected ? 0 : Math.abs(actual / expected - 1));

/** Probabilities of 0 to n successes, by the recurrence of Pascal's triangle: positive terms only. */
function binomial(n: number, p: number): number[] {
  let row = [1];
  for (let i = 0; i < n; i++)
    row = [...row, 0].map((same, k) => same * (1 - p) + (k > 0 ? (row[k - 1] as number) * p : 0));
  return row;
}

describe('the Clopper-Pearson interval', () => {
  test.each(table)('of $successes in $trials at $confidence is $lower to $upper', (row) => {
    const { lower, upper } = clopperPearson(row.successes, row.trials, row.confidence);
    expect(relative(lower, Number(row.lower))).toBeLessThanOrEqual(1e-13);
    expect(relative(upper, Number(row.upper))).toBeLessThanOrEqual(1e-13);
    expect(Math.abs(1 - upper - Number(row.belowOne))).toBeLessThanOrEqual(2 ** -52);
  });

  test.each([1, 2, 5, 20, 60])('covers at least as often as it says for %d trials, whatever the probability', (n) => {
    for (const confidence of [0.8, 0.95, 0.999]) {
      const intervals = Array.from({ length: n + 1 }, (_, k) => clopperPearson(k, n, confidence));
      const ends = intervals.flatMap(({ lower, upper }) => [
        lower * (1 - 1e-9),
        lower * (1 + 1e-9),
        upper * (1 - 1e-9),
        upper * (1 + 1e-9),
      ]);
      const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
      for (const p of [...ends, ...grid].filter((value) => value > 0 && value < 1)) {
        const covered = binomial(n, p).filter((_, k) => {
          const { lower, upper } = intervals[k] as { lower: number; upper: number };
          return lower <= p && p <= upper;
        });
        expect(covered.reduce((sum, probability) => sum + probability, 0)).toBeGreaterThanOrEqual(confidence - 1e-12);
      }
    }
  });

  test('is no wider than that takes: each end leaves exactly half of the rest', () => {
    for (let k = 1; k < 20; k++) {
      const { lower, upper } = clopperPearson(k, 20, 0.9);
      const total = (list: number[]) => list.reduce((sum, probability) => sum + probability, 0);
      expect(total(binomial(20, lower).slice(k))).toBeCloseTo(0.05, 13);
      expect(total(binomial(20, upper).slice(0, k + 1))).toBeCloseTo(0.05, 13);
    }
  });

  test('is mirrored when successes and failures change places', () => {
    const { lower, upper } = clopperPearson(3, 40, 0.95);
    const mirror = clopperPearson(37, 40, 0.95);
    expect(mirror.lower).toBeCloseTo(1 - upper, 14);
    expect(mirror.upper).toBeCloseTo(1 - lower, 14);
  });

  test.each([
    [0, 0, 0.95, 'trials: 0 (allowed: an integer above 0)'],
    [0, 1.5, 0.95, 'trials: 1.5 (allowed: an integer above 0)'],
    [-1, 5, 0.95, 'successes: -1 (allowed: an integer from 0 to 5)'],
    [6, 5, 0.95, 'successes: 6 (allowed: an integer from 0 to 5)'],
    [2.5, 5, 0.95, 'successes: 2.5 (allowed: an integer from 0 to 5)'],
    [1, 5, 1, 'confidence: 1 (allowed: above 0 and below 1)'],
  ])('refuses %d of %d at %d', (successes, trials, confidence, message) => {
    expect(() => clopperPearson(successes, trials, confidence)).toThrow(new RangeError(message));
  });
});
