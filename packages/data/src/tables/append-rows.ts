import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';

/**
 * The rows of several tables under one another; each keeps its own lines. What is known of the first counts for all.
 *
 * @param tables one or more, with the same columns in the same order.
 * @throws DpfairError `input` for columns that differ, naming the file
 */
export function appendRows(tables: readonly [RawTable, ...RawTable[]]): RawTable {
  const [first, ...others] = tables;
  for (const other of others) {
    const differs =
      first.columns.length !== other.columns.length || first.columns.some((name, k) => name !== other.columns[k]);
    if (differs)
      throw new DpfairError('input', messages.otherColumns(other.file, other.columns, first.file, first.columns));
  }
  const starts: number[] = [];
  let rows = 0;
  for (const table of tables) {
    starts.push(rows);
    rows += table.rows.length;
  }
  const partOf = (row: number) => {
    const part = starts.findLastIndex((start) => start <= row);
    return { table: tables[part] as RawTable, row: row - (starts[part] as number) };
  };
  return {
    ...first,
    rows: tables.flatMap((table) => table.rows),
    needs: undefined,
    lineOf: (row) => {
      const part = partOf(row);
      return part.table.lineOf(part.row);
    },
    placeOf: (row, column) => {
      const part = partOf(row);
      return part.table.placeOf(part.row, column);
    },
    skipped: tables.flatMap(({ skipped }) => skipped),
    notes: tables.flatMap(({ file, notes }) => (others.length === 0 ? notes : notes.map((note) => `${file}: ${note}`))),
  };
}
