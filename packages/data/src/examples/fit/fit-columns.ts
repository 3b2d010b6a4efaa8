import { DpfairError, type EncodedColumn } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import type { RowsRead } from '../columns/read-rows.js';
import { MISSING } from '../encoding/column-encoder.js';
import { exampleMessages } from '../messages.js';
import type { FitOptions } from './fit-options.js';
import { scalingOf } from './scaling.js';
import { sortedTexts } from './sorted-texts.js';

/** A column that may become features. */
export interface FeatureColumn {
  readonly index: number;
  readonly kind: 'number' | 'text';
  /** Texts that are no numbers, with what they say. */
  readonly marks: readonly { readonly text: string; readonly name: string }[];
  /** Kept although it numbers the rows, or has a text of its own in each. */
  readonly kept: boolean;
}

/** Below this many rows a text of its own in each is no sign of a name. */
const FEWEST_ROWS_OF_IDS = 20;

/**
 * The encoding of one column from the training rows, or why it is left out.
 *
 * @throws DpfairError `input` for a column of more different texts than are allowed
 */
export function fitColumn(
  table: RawTable,
  column: FeatureColumn,
  read: RowsRead,
  training: readonly number[],
  options: FitOptions,
): EncodedColumn | { readonly column: string; readonly reason: string } {
  return column.kind === 'number'
    ? fitNumbers(table, column, read, training, options)
    : fitTexts(table, column, read, training, options);
}

function fitNumbers(
  table: RawTable,
  { index, marks, kept }: FeatureColumn,
  read: RowsRead,
  training: readonly number[],
  { missingTexts, standardise, scales }: FitOptions,
): EncodedColumn | { readonly column: string; readonly reason: string } {
  const name = table.columns[index] as string;
  const all = read.numbers.get(index) as Float64Array;
  if (!kept && numbersTheRows(all)) return { column: name, reason: exampleMessages.reasons.rowNumbers };
  const values = Float64Array.from(training, (row) => all[row] as number).filter((value) => !Number.isNaN(value));
  const unread = training.filter((row) => Number.isNaN(all[row]));
  const texts = new Set(unread.map((row) => textAt(table, row, index)));
  const found = [
    ...marks.filter(({ text }) => texts.has(text)).map((mark) => ({ name: mark.name, texts: [mark.text] })),
    ...(missingTexts.some((text) => texts.has(text)) ? [{ name: MISSING, texts: [...missingTexts] }] : []),
  ];
  const constant = values.every((value) => value === values[0]);
  if (constant && values.length > 0 && unread.length === 0)
    return { column: name, reason: exampleMessages.reasons.constant(String(values[0])) };
  if (values.length === 0 && found.length < 2)
    return { column: name, reason: exampleMessages.reasons.constant([...texts][0] ?? '') };
  return {
    kind: 'number',
    column: name,
    ...scalingOf(values, standardise, Object.hasOwn(scales, name) ? scales[name] : undefined),
    marks: found.map((mark) => ({ feature: `${name}=${mark.name}`, texts: mark.texts })),
  };
}

function fitTexts(
  table: RawTable,
  { index, kept }: FeatureColumn,
  { rows }: RowsRead,
  training: readonly number[],
  { missingTexts, mostLevels }: FitOptions,
): EncodedColumn | { readonly column: string; readonly reason: string } {
  const name = table.columns[index] as string;
  const all = new Set(rows.map((row) => textAt(table, row, index)));
  if (!kept && all.size === rows.length && rows.length >= FEWEST_ROWS_OF_IDS)
    return { column: name, reason: exampleMessages.reasons.ownText(rows.length) };
  const texts = new Set(training.map((row) => textAt(table, row, index)));
  const missing = missingTexts.filter((text) => texts.delete(text)).length > 0 ? [MISSING] : [];
  if (texts.size > mostLevels)
    throw new DpfairError('input', exampleMessages.tooManyLevels(table.file, name, texts.size, mostLevels));
  const levels = [...sortedTexts(texts), ...missing];
  if (levels.length < 2) return { column: name, reason: exampleMessages.reasons.constant(levels[0] ?? '') };
  return { kind: 'text', column: name, levels };
}

function numbersTheRows(values: Float64Array): boolean {
  const first = values[0] as number;
  return values.length >= FEWEST_ROWS_OF_IDS && values.every((value, row) => value === first + row);
}

const textAt = (table: RawTable, row: number, column: number): string =>
  (table.rows[row] as readonly string[])[column] as string;
