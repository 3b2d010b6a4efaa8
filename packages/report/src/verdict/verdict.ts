import type { Result } from '@dpfair/result';
import { viewOf } from '../kinds/result-views.js';

/**
 * The finding of a result in a few plain sentences, in money when there is a budget. Worded by rules from the numbers:
 * nothing is said that the interval does not support, and a gap whose interval contains zero is called
 * "not distinguishable from zero". Plain text, not HTML; names from the data are cleaned of control characters.
 *
 * @param result a validated result
 * @returns sentences ending in a full stop, the method in brackets at the end
 * @example
 * verdict(result)
 * // 'At epsilon 0.01 the baseline rule shifts $356 million (2.2 % of the budget) on average over the noise, from 223
 * //  entities to 12,940; New York City loses $27.4 million on average, 2.0 % of its true share. A single release can
 * //  move more. Projection onto the simplex narrows the widest gap 135-fold. (exact; projection onto the simplex: series)'
 */
export function verdict(result: Result): string {
  return viewOf(result).verdict(result);
}
