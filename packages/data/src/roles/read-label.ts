import type { Fault } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import type { RoleColumns } from './resolve-roles.js';

/** Text of a role in a row, its columns put together; a blank in any of them is added to `bad`. */
export function readLabel(raw: RawTable, row: number, source: RoleColumns, role: string, bad: Fault[]): string {
  const fields = raw.rows[row] as readonly string[];
  let text = '';
  for (const column of source.columns) {
    const part = fields[column] as string;
    if (part === '')
      bad.push(messages.blankLabel({ ...raw.placeOf(row, column), column: raw.columns[column] as string }, role));
    text += part;
  }
  return text;
}
