import { DpfairError } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import type { DecimalSign } from '../../roles/decimal-sign.js';
import { findColumn } from '../../tables/find-column.js';
import { columnKind, looksLikeNumber } from '../columns/column-kind.js';
import { namedTable } from '../columns/named-table.js';
import { cellOf } from '../columns/read-rows.js';
import { ALL_ROWS } from '../fit/fit-group.js';
import { sortedTexts } from '../fit/sorted-texts.js';
import { exampleMessages } from '../messages.js';
import type { RowEncoding } from './row-encoding.js';

/** What a table means to a model that was made elsewhere. */
export interface PlainEncodingOptions {
  /** Null where the labels are not known. */
  readonly label: string | null;
  /** Columns of numbers, in the order in which the model takes them. @default all but the label and those of `others`, in the order of the file */
  readonly columns?: readonly string[] | undefined;
  /** Columns that are no input of the model, such as that of the groups. @default none */
  readonly others?: readonly string[] | undefined;
  /** Classes in the order of the model's outputs. @default those of the table, sorted: numbers ascending, texts by code unit; none without a label */
  readonly classes?: readonly string[] | undefined;
  /** Texts that stand for a missing value, besides a blank and `?`. @default none */
  readonly missingTexts?: readonly string[] | undefined;
  /** The sign before decimals. @default dot */
  readonly decimal?: DecimalSign | undefined;
}

/**
 * The encoding that takes columns of numbers as they are: what a model that was made elsewhere reads. Nothing is learned from the rows but the
 * names of the classes, where they are not given. All rows are one group; see `withGroup`.
 *
 * @throws DpfairError `usage` for a column that is not there, is named twice, or is the label; `input` for a column
 * of texts, and where fewer than two classes occur and none are given
 * @example
 * encode(table, plainEncoding(table, { label: 'approved', columns: ['years', 'income'] })).examples.featureNames // ['years', 'income']
 */
export function plainEncoding(raw: RawTable, options: PlainEncodingOptions): RowEncoding {
  const table = namedTable(raw);
  const { others = [], decimal } = options;
  const nameOf = (name: string): string => table.columns[findColumn(table, name)] as string;
  const label = options.label === null ? null : nameOf(options.label);
  const apart = new Set([...(label === null ? [] : [label]), ...others.map(nameOf)]);
  const columns = options.columns?.map(nameOf) ?? table.columns.filter((column) => !apart.has(column));
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice !== undefined) throw new DpfairError('usage', exampleMessages.columnTwice(twice));
  if (label !== null && columns.includes(label)) throw new DpfairError('usage', exampleMessages.labelIsInput(label));
  if (columns.length === 0) throw new DpfairError('usage', exampleMessages.noInputs(table.file));
  const missingTexts = [...new Set(['', '?', ...(table.learning?.missing ?? []), ...(options.missingTexts ?? [])])];
  requireNumbers(table, columns, new Set(missingTexts));
  return {
    label: { column: label, classes: [...(options.classes ?? classesOf(table, label, missingTexts))], scaling: null },
    group: { column: null, names: [ALL_ROWS], bands: [] },
    columns: columns.map((column) => ({
      kind: 'number',
      column,
      mean: 0,
      deviation: 1,
      scaledBy: 'nothing',
      marks: [],
    })),
    dropped: [],
    missing: 'drop',
    missingTexts,
    decimal: decimal ?? null,
    radius: null,
  };
}

function requireNumbers(table: RawTable, columns: readonly string[], missing: ReadonlySet<string>): void {
  const faults = columns.flatMap((column) => {
    const index = table.columns.indexOf(column);
    if (columnKind(table, index, missing) === 'number') return [];
    const row = table.rows.findIndex((fields) => !looksLikeNumber(fields[index] as string));
    return row < 0 ? [] : [exampleMessages.textInput(cellOf(table, row, index), table.rows[row]?.[index] as string)];
  });
  if (faults.length > 0) throw new DpfairError('input', faults);
}

function classesOf(table: RawTable, label: string | null, missingTexts: readonly string[]): string[] {
  if (label === null) return [];
  const index = table.columns.indexOf(label);
  const texts = new Set(table.rows.map((row) => row[index] as string));
  for (const text of missingTexts) texts.delete(text);
  const [first = ''] = texts;
  if (texts.size < 2)
    throw new DpfairError('input', exampleMessages.oneClass(table.file, label, table.rows.length, first));
  return sortedTexts(texts);
}
