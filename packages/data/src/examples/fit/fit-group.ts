import { DpfairError, type Encoding } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { MISSING } from '../encoding/column-encoder.js';
import type { TableRead } from '../encoding/encode-rows.js';
import { exampleMessages } from '../messages.js';
import { bandNames, bandOf } from './group-bands.js';
import { sortedTexts } from './sorted-texts.js';

const MOST_GROUPS = 100;
const MOST_GROUPS_OF_NUMBERS = 20;

/** The name of the one group, where there is no column of groups. */
export const ALL_ROWS = 'all rows';

/**
 * The groups of the rows that are of use: the texts of the column in sorted order, or its bands.
 *
 * @throws DpfairError `usage` for bands without a row and for more than 100 groups (of numbers: 20)
 */
export function fitGroup(
  { table, read }: TableRead,
  group: { readonly index: number; readonly kind: 'number' | 'text' } | null,
  { bands, missingTexts }: { readonly bands: readonly number[]; readonly missingTexts: readonly string[] },
): Encoding['group'] {
  if (group === null) return { column: null, names: [ALL_ROWS], bands: [] };
  const { index, kind } = group;
  const column = table.columns[index] as string;
  const texts = new Set(read.rows.map((row) => (table.rows[row] as readonly string[])[index] as string));
  const missing = missingTexts.filter((text) => texts.delete(text)).length > 0 ? [MISSING] : [];
  const values = read.numbers.get(index);
  const names =
    bands.length > 0 && values !== undefined
      ? namesOfBands(table, column, read.rows, values, bands)
      : sortedTexts(texts);
  const most = kind === 'number' ? MOST_GROUPS_OF_NUMBERS : MOST_GROUPS;
  if (names.length > most)
    throw new DpfairError(
      'usage',
      exampleMessages.tooManyGroups(table.file, column, names.length, most, kind === 'number'),
    );
  return { column, names: [...names, ...missing], bands: [...bands] };
}

/** Groups of the table of which no row is of use; of bands none, for each must have a row. */
export function lostGroups(
  table: RawTable,
  { column, names, bands }: Encoding['group'],
  missingTexts: readonly string[],
): string[] {
  if (column === null || bands.length > 0) return [];
  const index = table.columns.indexOf(column);
  const texts = new Set(table.rows.map((row) => row[index] as string));
  for (const known of [...names, ...missingTexts]) texts.delete(known);
  return sortedTexts(texts);
}

function namesOfBands(
  table: RawTable,
  column: string,
  rows: readonly number[],
  values: Float64Array,
  bands: readonly number[],
): string[] {
  const present = rows.map((row) => values[row] as number).filter((value) => !Number.isNaN(value));
  const names = bandNames(bands, present.every(Number.isInteger));
  const filled = new Set(present.map((value) => bandOf(value, bands)));
  const empty = names.findIndex((_, band) => !filled.has(band));
  if (empty >= 0) {
    const [least, largest] = present.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const,
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as const,
    );
    throw new DpfairError(
      'usage',
      exampleMessages.emptyBand(table.file, column, names[empty] as string, least, largest),
    );
  }
  return names;
}
