import { DpfairError } from '@dpfair/result';
import { messages } from '../../messages.js';
import type { RawTable } from '../../raw-table.js';

/**
 * The table with a name of its own for every column: a blank one becomes `column 3`.
 *
 * @throws DpfairError `input` when two columns have one name
 */
export function namedTable(raw: RawTable): RawTable {
  const columns = raw.columns.map((name, index) => (name === '' ? `column ${index + 1}` : name));
  const first = new Map<string, number>();
  columns.forEach((name, index) => {
    const before = first.get(name);
    if (before !== undefined)
      throw new DpfairError('input', messages.duplicateColumn(raw.file, raw.headerLine, name, [before + 1, index + 1]));
    first.set(name, index);
  });
  return { ...raw, columns };
}
