import { fractionForCount } from '../../messages.js';
import { comparisonsOf, type Predicate } from '../predicate.js';

/**
 * Refuses a comparison of whole counts with a number between 0 and 1, such as `lep > 0.05`: a share where a count is meant.
 *
 * @param counts names that stand for numbers of persons or things; comparisons with other names are not judged.
 * @throws DpfairError `usage`.
 */
export function requireCounts(rule: string, predicate: Predicate, counts: readonly string[]): void {
  for (const { coefficients, constant } of comparisonsOf(predicate)) {
    const areCounts = Object.entries(coefficients).every(
      ([name, coefficient]) => counts.includes(name) && Number.isInteger(coefficient),
    );
    const size = Math.abs(constant);
    if (areCounts && size > 0 && size < 1) throw fractionForCount(rule, Object.keys(coefficients), size);
  }
}
