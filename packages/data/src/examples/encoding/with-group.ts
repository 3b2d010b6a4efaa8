import { DpfairError } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { findColumn } from '../../tables/find-column.js';
import { columnKind } from '../columns/column-kind.js';
import { namedTable } from '../columns/named-table.js';
import { readRows } from '../columns/read-rows.js';
import { fitGroup } from '../fit/fit-group.js';
import { exampleMessages } from '../messages.js';
import type { RowEncoding } from './row-encoding.js';

/**
 * The same encoding with the groups of another column: those that occur in a table.
 *
 * @param group the column; null: all rows are one group
 * @param bands of a column of numbers: where each band but the first begins, ascending; none for its values
 * @throws DpfairError `usage` for a column that is not there, bands without a row, and too many groups; `input` for a text in a column with bands
 * @example
 * withGroup(table, encoding, 'region', []).group.names // ['Generated East', 'Generated North', ...]
 */
export function withGroup(
  raw: RawTable,
  encoding: RowEncoding,
  group: string | null,
  bands: readonly number[],
): RowEncoding {
  const table = namedTable(raw);
  const { missingTexts, decimal, missing } = encoding;
  const index = group === null ? null : findColumn(table, group);
  const kind = index === null ? 'text' : columnKind(table, index, new Set(missingTexts));
  if (bands.length > 0 && index === null) throw new DpfairError('usage', exampleMessages.bandsWithoutGroup());
  if (bands.length > 0 && kind === 'text')
    throw new DpfairError('usage', exampleMessages.bandsOfText(table.file, group as string));
  const wanted =
    index === null
      ? []
      : [
          {
            index,
            kind: bands.length > 0 ? ('number' as const) : ('text' as const),
            marks: [],
            mayMiss: missing === 'level',
          },
        ];
  const read = readRows(table, wanted, { missingTexts, decimal: decimal ?? undefined, skipBadRows: true });
  const from = { table, read, indexOf: (column: string) => findColumn(table, column) };
  return { ...encoding, group: fitGroup(from, index === null ? null : { index, kind }, { bands, missingTexts }) };
}
