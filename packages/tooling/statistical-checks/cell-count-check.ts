// Exact binomial band per cell, rate split over the cells (Bonferroni).
import { binomialBand } from '../critical-values/binomial-band.js';
import { requireCells } from './require-cells.js';
import type { Verdict } from './verdict.js';

/**
 * Is every cell count one that its probability allows? One verdict per cell: the count of a cell is exactly
 * Binomial(draws, probability), each cell gets `falseAlarm / cells`. Exact for any expected count, 0 included.
 *
 * @throws RangeError when lengths differ or probabilities do not add up to 1.
 */
export function cellCountCheck(
  counts: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  falseAlarm: number,
): readonly Verdict[] {
  const draws = requireCells(counts, probabilities);
  return Array.from(counts, (count, i) => {
    const band = binomialBand(draws, probabilities[i] as number, falseAlarm / counts.length);
    return { what: `count of cell ${i} in ${draws} draws`, statistic: count, ...band };
  });
}
