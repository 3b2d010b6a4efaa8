import type { Fault } from '@dpfair/result';
import { shown, suggestion } from '../shown-text.js';

interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** The messages of reading the log of a training. */
export const logMessages = {
  empty: (file: string): Fault => ({ file, what: 'the log has no steps', allowed: 'one JSON object a step and group' }),
  noObject: (file: string, line: number, text: string): Fault => ({
    file,
    line,
    what: /\b(?:NaN|Infinity)\b/.test(text)
      ? 'NaN and Infinity are no JSON: a training that diverged can be read up to there'
      : 'the line is not a JSON object',
    value: shown(text),
    allowed: 'one JSON object a line, all numbers finite',
  }),
  badField: (cell: Cell, value: unknown, allowed: string, others: readonly string[]): Fault => ({
    ...cell,
    what: value === undefined || value === null ? 'is missing' : 'is not allowed',
    ...(value === undefined || value === null ? {} : { value: shown(described(value)) }),
    allowed: `${allowed}${value === undefined ? suggestion(cell.column, others) : ''}`,
  }),
  twice: (cell: Cell, group: string, step: number, firstLine: number): Fault => ({
    ...cell,
    what: `step ${step} of this group is already on line ${firstLine}`,
    value: shown(group),
    allowed: 'one object a step and group',
  }),
  withoutGroup: (file: string, line: number, step: number, group: string): Fault => ({
    file,
    line,
    column: 'group',
    what: `step ${step} lacks a group that other steps have`,
    value: shown(group),
    allowed: 'every group in every step',
  }),
  differs: (cell: Cell, value: number, before: number, firstLine: number, within: string): Fault => ({
    ...cell,
    what: `differs within ${within}: ${before} on line ${firstLine}`,
    value,
    allowed: 'the same value',
  }),
  noGroups: (file: string): Fault => ({
    file,
    what: 'the log has no groups',
    allowed: 'objects with the name of a group; group null is all rows together',
  }),
} as const;

function described(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
}
