import { DpfairError } from '@dpfair/result';
import { specFaults } from '../messages/spec.js';

export const conditionMeasures = ['alpha', 'cost', 'dollars', 'false-negative', 'false-positive'] as const;
export type ConditionMeasure = (typeof conditionMeasures)[number];

/** A condition of --fail-on: the run fails when the measure is above the limit. */
export interface Condition {
  readonly text: string;
  readonly measure: ConditionMeasure;
  readonly limit: number;
}

const pattern = /^(alpha|cost|dollars|false-negative|false-positive)\s*>\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;

/**
 * Reads `alpha>1e-5`, `cost>0.01` (a share of the budget), `dollars>1e6`, `false-negative>0.01` or `false-positive>0.01` (of the
 * entities whose true answer is yes, or no).
 *
 * @throws DpfairError `usage` for anything else.
 * @example parseCondition('alpha > 1e-5').limit // 0.00001
 */
export function parseCondition(text: string): Condition {
  const [, measure, limit] = pattern.exec(text.trim()) ?? [];
  const number = Number(limit);
  if (measure === undefined || !Number.isFinite(number)) {
    throw new DpfairError('usage', specFaults.condition(text, conditionMeasures));
  }
  const name = measure.toLowerCase() as ConditionMeasure;
  return { text: `${name}>${limit}`, measure: name, limit: number };
}
