import { requireConfidence } from './interval.js';
import { studentUpperQuantile } from './student.js';

/**
 * The t such that `count` two-sided intervals `mean +- t standardError` all hold together with at least this confidence, whatever their
 * dependence: Student's upper quantile at `(1 - confidence) / (2 count)`.
 *
 * @param count How many intervals: an integer above 0.
 * @param confidence Within (0, 1).
 * @param degreesOfFreedom Above 0; Infinity for known standard errors.
 * @throws RangeError when an argument is outside its range.
 * @example
 * bonferroniCriticalValue(1, 0.95, 10) // 2.228138851986274
 */
export function bonferroniCriticalValue(count: number, confidence: number, degreesOfFreedom: number): number {
  requireConfidence(confidence);
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count: ${count} (allowed: an integer above 0)`);
  return studentUpperQuantile((1 - confidence) / (2 * count), degreesOfFreedom);
}
