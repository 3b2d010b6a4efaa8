import { describe, expect, test } from 'vitest';
import { fillGaussianFromWords, unitGaussianFromWords } from '../../src/random/unit-gaussian.js';
import { worstUlp } from '../ulp.js';
import table from './normal-draws.json' with { type: 'json' };

describe('the normal draw of two words', () => {
  test('is within 5 ulp of the 40-digit quantile, to the last tail', () => {
    const worst = worstUlp(
      table,
      (row) => unitGaussianFromWords(row.first | 0, row.second | 0),
      (row) => Number(row.value),
    );
    expect(Math.max(...table.map((row) => Number(row.value)))).toBeGreaterThan(8.29);
    expect(worst.ulp, JSON.stringify(worst)).toBeLessThanOrEqual(5);
  });

  test('is the same in a row, wherever in the row it stands', () => {
    const words = Int32Array.from(table.flatMap((row) => [row.first, row.second]));
    const out = new Float64Array(table.length + 3);
    fillGaussianFromWords(out, 3, words, table.length);
    expect([...out]).toEqual([0, 0, 0, ...table.map((row) => unitGaussianFromWords(row.first | 0, row.second | 0))]);
  });
});
