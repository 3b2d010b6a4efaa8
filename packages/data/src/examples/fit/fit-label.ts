import { DpfairError, type Encoding } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { looksLikeNumber } from '../columns/column-kind.js';
import type { TableRead } from '../encoding/encode-rows.js';
import { exampleMessages } from '../messages.js';
import type { LearningTask } from '../prepare-options.js';
import type { FitOptions } from './fit-options.js';
import { scalingOf } from './scaling.js';
import { sortedTexts } from './sorted-texts.js';

const MOST_CLASSES = 100;

/** More different numbers than these are no classes, unless it is said that they are. */
const MOST_CLASSES_OF_NUMBERS = 10;

/** Whether a label is a number to be predicted: as was asked; else when its numbers are many or broken. */
export function predictsNumber(
  table: RawTable,
  label: { readonly index: number; readonly kind: 'number' | 'text' },
  task: LearningTask | undefined,
  missingTexts: readonly string[],
): boolean {
  if (task === 'classes') return false;
  const texts = new Set(table.rows.map((row) => row[label.index] as string));
  for (const text of missingTexts) texts.delete(text);
  if (label.kind === 'number')
    return task === 'number' || texts.size > MOST_CLASSES_OF_NUMBERS || [...texts].some((text) => /[.,]\d/.test(text));
  if (task === undefined) return false;
  const column = table.columns[label.index] as string;
  const text = [...texts].find((one) => !looksLikeNumber(one)) ?? '';
  throw new DpfairError('usage', exampleMessages.labelNotNumber(table.file, column, text));
}

/**
 * The classes of a label, in the order of their numbers: numbers ascending, texts in the order of their code units; of two classes
 * the positive one is the second.
 *
 * @param rows those that are of use
 * @throws DpfairError `input` for one class and for more than 100; `usage` for a positive class that is none of two
 */
export function fitClasses(
  table: RawTable,
  label: number,
  rows: readonly number[],
  positive: string | undefined,
): Encoding['label'] {
  const column = table.columns[label] as string;
  const classes = sortedTexts(new Set(rows.map((row) => (table.rows[row] as readonly string[])[label] as string)));
  const [first = ''] = classes;
  if (classes.length < 2)
    throw new DpfairError('input', exampleMessages.oneClass(table.file, column, rows.length, first));
  if (classes.length > MOST_CLASSES)
    throw new DpfairError('input', exampleMessages.tooManyClasses(table.file, column, classes.length, MOST_CLASSES));
  if (positive !== undefined && classes.length > 2)
    throw new DpfairError('usage', exampleMessages.positiveOfMany(table.file, column, positive, classes));
  if (positive !== undefined && !classes.includes(positive))
    throw new DpfairError('usage', exampleMessages.unknownPositive(table.file, column, positive, classes));
  return { column, classes: positive === first ? classes.reverse() : classes, scaling: null };
}

/**
 * How a number that is predicted is scaled: by its training rows or by what is publicly known, unless it stays as it is.
 *
 * @throws DpfairError `input` when it is the same in all training rows
 */
export function fitNumberLabel(
  { table, read }: TableRead,
  label: number,
  training: readonly number[],
  { standardise, scales }: Pick<FitOptions, 'standardise' | 'scales'>,
): Encoding['label'] {
  const column = table.columns[label] as string;
  const all = read.numbers.get(label) as Float64Array;
  const values = Float64Array.from(training, (row) => all[row] as number);
  const [first = 0] = values;
  if (values.every((value) => value === first))
    throw new DpfairError('input', exampleMessages.constantLabel(table.file, column, first));
  const known = Object.hasOwn(scales, column) ? scales[column] : undefined;
  return { column, classes: [], scaling: scalingOf(values, standardise, known) };
}
