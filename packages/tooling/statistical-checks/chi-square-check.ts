// Pearson (1900), with the exact chi-square quantile.
import { chiSquareCriticalValue } from '../critical-values/chi-square-critical-value.js';
import { normalCriticalValue } from '../critical-values/normal-critical-value.js';
import { requireCells } from './require-cells.js';
import type { Verdict } from './verdict.js';

/**
 * Do the cell counts follow the cell probabilities? Statistic `sum (count - expected)^2 / expected`, upper tail, cells - 1
 * degrees of freedom. The chi-square law is a limit: with a smallest expected count E its far tail is exceeded up to about
 * `exp(z^3 / (6 sqrt(E)))` times too often (z the normal value of the rate), so the rate is divided by that factor and
 * cells under 25 expected draws are refused (pool them). `cellCountCheck` needs no such correction.
 *
 * @throws RangeError when lengths differ, probabilities do not add up to 1, or a cell expects fewer than 25 draws.
 */
export function chiSquareCheck(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  falseAlarm: number,
): Verdict {
  const draws = requireCells(counts, probabilities);
  let statistic = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < counts.length; i++) {
    const expected = draws * (probabilities[i] as number);
    smallest = Math.min(smallest, expected);
    statistic += ((counts[i] as number) - expected) ** 2 / expected;
  }
  if (smallest < 25) throw new RangeError(`smallest expected count: ${smallest} (allowed: >= 25)`);
  const excess = Math.exp(normalCriticalValue(falseAlarm) ** 3 / (6 * Math.sqrt(smallest)));
  const upper = chiSquareCriticalValue(counts.length - 1, falseAlarm / excess);
  return { what: `chi-square of ${counts.length} cells, ${draws} draws`, statistic, upper };
}
