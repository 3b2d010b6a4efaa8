import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';

/**
 * Numbers (from 0) of the columns a name stands for: the column of that name; else the one whose name differs only in case;
 * else the columns of the table's alias of that name. Empty when there is none.
 *
 * @throws DpfairError `input` when two columns have that name
 */
export function columnsNamed(table: RawTable, name: string): number[] {
  const exact = uniqueColumn(table, (column) => column === name, name);
  if (exact !== null) return [exact];
  const key = name.toLowerCase();
  const folded = uniqueColumn(table, (column) => column.toLowerCase() === key, name);
  if (folded !== null) return [folded];
  return Object.hasOwn(table.aliases, key)
    ? (table.aliases[key] as string[]).map((column) => table.columns.indexOf(column))
    : [];
}

/**
 * Number (from 0) of the one column a name stands for; see `columnsNamed`, of an alias the first.
 *
 * @throws DpfairError `usage` for a name no column has, suggesting near ones; `input` when two columns have it
 */
export function findColumn(table: RawTable, name: string): number {
  const [column] = columnsNamed(table, name);
  if (column === undefined) throw unknownColumn(table, name);
  return column;
}

/** The fault of naming a column that is not there. */
export function unknownColumn(table: RawTable, name: string): DpfairError {
  const known = [...table.columns, ...Object.keys(table.aliases)];
  return new DpfairError('usage', messages.unknownColumn(table.file, name, table.columns, known));
}

function uniqueColumn(table: RawTable, matches: (column: string) => boolean, name: string): number | null {
  const found: number[] = [];
  for (const [index, column] of table.columns.entries()) if (matches(column)) found.push(index);
  if (found.length > 1) {
    const numbers = found.map((index) => index + 1);
    throw new DpfairError('input', messages.duplicateColumn(table.file, table.headerLine, name, numbers));
  }
  return found[0] ?? null;
}
