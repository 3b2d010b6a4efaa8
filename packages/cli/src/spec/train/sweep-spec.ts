import { DpfairError } from '@dpfair/result';
import { trainFaults } from '../../messages/train.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';

/** Settings that a sweep may change; a group stands behind the last one. */
const sweepNames = ['clip', 'noise-multiplier', 'epsilon', 'group-size'] as const;

/** A sweep as it is asked for. */
export interface SweepSpec {
  readonly text: string;
  readonly parameter: (typeof sweepNames)[number];
  /** The group whose size is changed; null for other parameters. */
  readonly group: string | null;
  readonly values: readonly number[];
}

/**
 * Reads `clip=.05,.1` or `group-size:Female=.2,.5`. The name of a group may hold any character.
 *
 * @throws DpfairError `usage` for anything else
 * @example parseSweep('clip=.05,.1').values // [0.05, 0.1]
 */
export function parseSweep(text: string): SweepSpec {
  const [, name, group, list = ''] = /^([a-z-]+)(?::(.+))?=([^=]*)$/s.exec(text.trim()) ?? [];
  const parameter = sweepNames.find((known) => known === name);
  const parts = list.split(',').map((part) => part.trim());
  const values = parts.map(decimalNumber);
  const isComplete = values.every(Number.isFinite);
  const isOfGroup = parameter === 'group-size';
  if (parameter === undefined || !isComplete || isOfGroup !== (group !== undefined)) {
    throw new DpfairError('usage', trainFaults.sweep(text));
  }
  return { text: text.trim(), parameter, group: group?.trim() ?? null, values };
}
