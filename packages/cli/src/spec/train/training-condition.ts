import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';

/** A condition of --fail-on of a training: the run fails when the measure is above the limit. */
export interface TrainingCondition {
  readonly text: string;
  readonly measure: 'gap' | 'risk';
  /** The group that it speaks of; null: each. */
  readonly group: string | null;
  /** In units of the loss. */
  readonly limit: number;
}

const pattern = /^(gap|risk)(?::(.+))?\s*>\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/is;

/**
 * Reads `gap>0.05`, `risk>0.1` or `risk:Female>0.1`. The name of a group may hold any character.
 *
 * @throws DpfairError `usage` for anything else.
 * @example parseTrainingCondition('risk:Female>0.1').group // 'Female'
 */
export function parseTrainingCondition(text: string): TrainingCondition {
  const [, measure, group, limit] = pattern.exec(text.trim()) ?? [];
  const name = measure?.toLowerCase();
  if ((name !== 'gap' && name !== 'risk') || !Number.isFinite(Number(limit)) || (name === 'gap' && group)) {
    throw new DpfairError('usage', trainFaults.condition(text));
  }
  const of = group?.trim();
  return {
    text: `${name}${of === undefined ? '' : `:${of}`}>${limit}`,
    measure: name,
    group: of ?? null,
    limit: Number(limit),
  };
}
