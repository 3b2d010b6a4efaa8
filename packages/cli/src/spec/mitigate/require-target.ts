import { decisionKind } from '@dpfair/decisions';
import { parseTarget } from '@dpfair/fairness';
import { DpfairError, type TargetMeasure } from '@dpfair/result';
import { contradictions } from '../../messages/spec.js';
import type { AuditSpec } from '../audit-spec.js';
import { largestPossible } from '../checks/largest-possible.js';

/**
 * Refuses a target that is not written as one, several at once, a limit beyond what is possible, a measure that the decision
 * does not have, and a range of budgets that is none.
 *
 * @throws DpfairError `usage`
 */
export function requireTarget(
  text: string,
  search: readonly number[],
  spec: Pick<AuditSpec, 'decision' | 'budget'>,
): void {
  if (text.split('<').length > 2) throw new DpfairError('usage', contradictions.severalTargets(text));
  const { measure, limit, text: written } = parseTarget(text);
  const largest = largestPossible(measure, decisionKind(spec.decision).unit);
  const measures = measuresOf(spec);
  const [low, high, ...others] = search;
  const isRange = low !== undefined && high !== undefined && low < high && others.length === 0;
  const faults = [
    ...(measures.includes(measure) ? [] : [contradictions.targetMeasure(measure, spec.decision, measures)]),
    ...(measures.includes(measure) && limit > largest
      ? [contradictions.impossibleLimit('target', written, measure, largest)]
      : []),
    ...(isRange ? [] : [contradictions.searchRange(search)]),
  ];
  if (faults.length > 0) throw new DpfairError('usage', faults);
}

/** What can be limited: dollars only of shares of a known budget. */
function measuresOf({ decision, budget }: Pick<AuditSpec, 'decision' | 'budget'>): readonly TargetMeasure[] {
  const { unit, parameterNames } = decisionKind(decision);
  if (unit === 'probability') return ['alpha', 'false-negative', 'false-positive'];
  if (unit !== 'share') return ['alpha'];
  return budget !== null || parameterNames.includes('budget') ? ['alpha', 'cost', 'dollars'] : ['alpha', 'cost'];
}
