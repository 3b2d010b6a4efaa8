import type { RawTable, RowEncoding } from '@dpfair/data';
import { DpfairError } from '@dpfair/result';
import { smoothFaults } from '../messages/smooth.js';

/**
 * Refuses pieces of a name that holds a comma and was not quoted.
 *
 * @throws DpfairError `usage` naming the columns of the file that the pieces make up
 */
export function requireWholeNames(option: string, names: readonly string[], table: RawTable): void {
  if (names.every((name) => table.columns.includes(name))) return;
  const cut = table.columns.filter(
    (column) =>
      column.includes(',') &&
      !names.includes(column) &&
      column.split(',').every((piece) => names.includes(piece.trim())),
  );
  if (cut.length > 0) throw new DpfairError('usage', smoothFaults.namesWithCommas(table.file, option, cut));
}

/**
 * Refuses `--classes` that are those of another file: some of them do not occur in the label, and it has some that are not named. Where all that are named
 * occur, a row with another one is a fault of that row.
 *
 * @throws DpfairError `usage` naming the classes that were not named
 */
export function requireSameClasses(
  classes: readonly string[],
  table: RawTable,
  { label, missingTexts }: RowEncoding,
): void {
  const place = label.column === null ? -1 : table.columns.indexOf(label.column);
  if (label.column === null || place < 0) return;
  const texts = new Set(table.rows.map((cells) => (cells[place] ?? '').trim()));
  if (classes.every((name) => texts.has(name))) return;
  const unnamed = [...texts].filter((text) => !classes.includes(text) && !missingTexts.includes(text)).sort();
  if (unnamed.length > 0) {
    throw new DpfairError('usage', smoothFaults.otherClasses(table.file, label.column, classes, unnamed));
  }
}
