import type { RawTable } from '../raw-table.js';

/** A table that was never a file: its lines are those it would have as csv, the header on line 1. */
export function tableOfRows(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): RawTable {
  const lineOf = (row: number): number => row + 2;
  return {
    file: name,
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    headerLine: 1,
    columns,
    rows,
    lineOf,
    placeOf: (row) => ({ file: name, line: lineOf(row) }),
    defaultRoles: {},
    aliases: {},
    skipped: [],
    notes: [],
  };
}
