import type { Cell, Look, LookVerdict } from '@dpfair/result';
import { measureOf } from './measure-of.js';
import type { Target } from './parse-target.js';

/** What one cell of an audit says of a target. */
export function lookAt(cell: Cell, epsilon: number, target: Target): Look {
  const { estimate, lower, upper, reason } = measureOf(target.measure, cell);
  return { epsilon, verdict: verdictOf(estimate, lower, upper, target.limit), estimate, lower, upper, reason };
}

/** By the safe end: the target is met only when the whole interval is below the limit. */
function verdictOf(estimate: number | null, lower: number | null, upper: number | null, limit: number): LookVerdict {
  if (estimate === null) return 'undefined';
  if (upper !== null && upper < limit) return 'met';
  return lower !== null && lower >= limit ? 'missed' : 'inconclusive';
}
