import { decimalsFor, fixed, roundSignificant } from './numbers/digits.js';
import { formatPercent } from './percent.js';

/**
 * Writes by how much a gap shrinks from `before` to `after`: '135-fold' from two-fold on, else 'by 30.0 %'.
 *
 * @param before positive
 * @param after positive, below `before`
 */
export function formatFold(before: number, after: number): string {
  const fold = roundSignificant(before / after, 3);
  if (fold < 2) return `by ${formatPercent(1 - after / before)}`;
  return fold < 1e6 ? `${fixed(fold, fold < 10 ? 1 : decimalsFor(fold, 3))}-fold` : 'more than a million-fold';
}
