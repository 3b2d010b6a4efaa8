import { DpfairError, type Encoding, type Examples } from '@dpfair/result';
import { faultList } from '../../fault-list.js';
import type { RawTable } from '../../raw-table.js';
import { cellOf, type RowsRead } from '../columns/read-rows.js';
import { bandOf } from '../fit/group-bands.js';
import { exampleMessages } from '../messages.js';
import { columnEncoder, MISSING, widthOf } from './column-encoder.js';
import type { RowEncoding } from './row-encoding.js';
import { cutToUnitBall } from './unit-ball.js';

/** Texts of a column that the encoding does not know, and in how many rows they are. */
export interface UnseenTexts {
  readonly column: string;
  readonly texts: readonly string[];
  readonly rows: number;
}

/** A table whose columns are read, and where they are. */
export interface TableRead {
  readonly table: RawTable;
  readonly read: RowsRead;
  /** Number of the column of a name. */
  indexOf(column: string): number;
}

/** 4 GB: more is refused before the machine is asked for it. */
const MOST_NUMBERS = 2 ** 29;

/** Names of the features that an encoding makes, in order. */
export function featureNamesOf({ columns }: Pick<Encoding, 'columns'>): string[] {
  return columns.flatMap((column) =>
    column.kind === 'number'
      ? [column.column, ...column.marks.map(({ feature }) => feature)]
      : column.levels.map((level) => `${column.column}=${level}`),
  );
}

/**
 * Rows of a table as examples.
 *
 * @throws DpfairError `input` for a class or a group that the encoding does not have, each with its line, and for more than 2^29 features in all
 */
export function encodeRows(
  from: TableRead,
  rows: readonly number[],
  encoding: RowEncoding,
): { readonly examples: Examples; readonly unseen: readonly UnseenTexts[] } {
  const featureNames = featureNamesOf(encoding);
  const width = featureNames.length;
  if (rows.length * width > MOST_NUMBERS)
    throw new DpfairError('input', exampleMessages.tooManyNumbers(rows.length, width, MOST_NUMBERS));
  const target = targetsOf(from, rows, encoding);
  const group = groupsOf(from, rows, encoding);
  const features = new Float64Array(rows.length * width);
  const unseen = fillFeatures(from, rows, encoding, features, width);
  if (encoding.radius !== null) cutToUnitBall(features, width, encoding.radius);
  return {
    examples: {
      rows: rows.length,
      features,
      featureNames,
      target,
      ...(encoding.label.scaling !== null && { targetUnit: encoding.label.scaling.deviation }),
      classNames: encoding.label.classes,
      group,
      groupNames: encoding.group.names,
    },
    unseen,
  };
}

function fillFeatures(
  { table, read, indexOf }: TableRead,
  rows: readonly number[],
  { columns, missingTexts }: Pick<Encoding, 'columns' | 'missingTexts'>,
  features: Float64Array,
  width: number,
): UnseenTexts[] {
  const unseen: UnseenTexts[] = [];
  let offset = 0;
  for (const column of columns) {
    const index = indexOf(column.column);
    const values = read.numbers.get(index);
    const write = columnEncoder(column, missingTexts);
    const texts = new Set<string>();
    let unknown = 0;
    rows.forEach((row, at) => {
      const text = (table.rows[row] as readonly string[])[index] as string;
      if (write(text, values?.[row] ?? Number.NaN, features, at * width + offset)) return;
      texts.add(text);
      unknown++;
    });
    if (unknown > 0) unseen.push({ column: column.column, texts: [...texts].sort(), rows: unknown });
    offset += widthOf(column);
  }
  return unseen;
}

/** The class of each row, or its scaled number; NaN where the label is not known. @throws DpfairError `input` for a class that is not among those of the label */
export function targetsOf(
  { table, read, indexOf }: TableRead,
  rows: readonly number[],
  { label }: Pick<RowEncoding, 'label'>,
): Float64Array {
  if (label.column === null) return new Float64Array(rows.length).fill(Number.NaN);
  const index = indexOf(label.column);
  const { scaling } = label;
  if (scaling !== null) {
    const values = read.numbers.get(index) as Float64Array;
    return Float64Array.from(rows, (row) => ((values[row] as number) - scaling.mean) / scaling.deviation);
  }
  const placeOf = new Map(label.classes.map((name, place) => [name, place]));
  const faults = faultList();
  const target = Float64Array.from(rows, (row) => {
    const text = (table.rows[row] as readonly string[])[index] as string;
    const place = placeOf.get(text);
    if (place === undefined) faults.add(exampleMessages.newClass(cellOf(table, row, index), text, label.classes));
    return place ?? 0;
  });
  faults.throwIfAny();
  return target;
}

/** The group of each row. @throws DpfairError `input` for a group that is not among the names */
export function groupsOf(
  { table, read, indexOf }: TableRead,
  rows: readonly number[],
  encoding: Pick<Encoding, 'group' | 'missingTexts'>,
): Int32Array {
  const { column, names, bands } = encoding.group;
  if (column === null) return new Int32Array(rows.length);
  const index = indexOf(column);
  const missingTexts = new Set(encoding.missingTexts);
  const values = bands.length > 0 ? read.numbers.get(index) : undefined;
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const faults = faultList();
  const group = Int32Array.from(rows, (row) => {
    const text = (table.rows[row] as readonly string[])[index] as string;
    const isMissing = missingTexts.has(text);
    const place =
      values !== undefined && !isMissing
        ? bandOf(values[row] as number, bands)
        : placeOf.get(isMissing ? MISSING : text);
    if (place === undefined) faults.add(exampleMessages.newGroup(cellOf(table, row, index), text, names));
    return place ?? 0;
  });
  faults.throwIfAny();
  return group;
}
