import type { Result } from '@dpfair/result';
import type { TextTable } from './figure.js';
import { viewOf } from './kinds/result-views.js';

/**
 * The run as a table of text, one row per mechanism, budget and post-processing: for the terminal and for CSV.
 * Gap and cost carry their interval, '27.4 (26.9 to 27.9)', where it is wider than the last digit shown.
 *
 * @returns columns noise, post-processing (as it is typed), gap (alpha, unit in the header), cost of privacy (in dollars
 * and percent with a budget), who loses and gains most, and method; of a yes-or-no rule the expected number of wrong
 * answers and the probabilities of the two extremes. Of a comparison of mitigations a row each; of private trainings a row for
 * each group. Plain text, not HTML.
 */
export function summaryTable(result: Result): TextTable {
  return viewOf(result).summary(result);
}
