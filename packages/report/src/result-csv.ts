import type { Result } from '@dpfair/result';
import { viewOf } from './kinds/result-views.js';

/**
 * Every number of a result as CSV at full precision, missing values empty: of an audit or a comparison of mitigations a row
 * for each entity of each cell, of private trainings a row for each group and tracked step.
 */
export function resultCsv(result: Result): string {
  return viewOf(result).csv(result);
}
