import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';

/** A condition as it is written: `name=value` or `name!=value`, blanks around each cut. */
export interface ParsedCondition {
  /** Column, or alias of columns. */
  readonly name: string;
  readonly equal: boolean;
  readonly value: string;
}

/**
 * Takes a condition apart at its first `=` or `!=`.
 *
 * @throws DpfairError `usage` for a condition without `=` or without a name
 */
export function parseCondition(condition: string): ParsedCondition {
  const parts = /^\s*(.+?)\s*(!?=)\s*(.*?)\s*$/s.exec(condition);
  if (parts === null) throw new DpfairError('usage', messages.badCondition(condition));
  const [, name, operator, value] = parts as unknown as [string, string, string, string];
  return { name, equal: operator === '=', value };
}
