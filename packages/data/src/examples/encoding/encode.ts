import { DpfairError, type Examples, type SkippedRow, type Warning } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { findColumn } from '../../tables/find-column.js';
import { namedTable } from '../columns/named-table.js';
import { type RowsRead, readRows, type WantedColumn } from '../columns/read-rows.js';
import { wantedColumns } from '../columns/wanted-columns.js';
import { exampleMessages, type MissingOfFile } from '../messages.js';
import { encodeRows, type UnseenTexts } from './encode-rows.js';
import type { RowEncoding } from './row-encoding.js';

/** Rows that were encoded as others were before. */
export interface EncodedExamples {
  readonly examples: Examples;
  /** Line of the file on which each example was read. */
  readonly lines: readonly number[];
  /** Rows left out because a value is missing. */
  readonly missing: number;
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly Warning[];
}

/** The same, with what is missing in place of a warning of it: that of several files is one. */
export type EncodedTable = Omit<EncodedExamples, 'missing'> & { readonly missingOfFile: MissingOfFile };

/** How rows are to be encoded. */
export interface EncodeOptions {
  /** Leave out and list rows with a value that is not allowed, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}

/**
 * Other rows as examples, in the way that the training rows were encoded: the same features in the same order, scaled by the same
 * numbers. Texts that no training row had leave all features of their column 0, with a warning. Targets are NaN where the encoding has no label.
 *
 * @param encoding of the training rows: plain data, as a trained model carries it
 * @throws DpfairError `usage` for a column that the table does not have; `input` for a text in a column of numbers, for a class or a group
 * that the training rows do not have, each with file, line and value, and when no row is left
 * @example
 * const { encoding } = prepareExamples(table, { label: 'approved', group: 'origin' });
 * encode(otherTable, encoding).examples.featureNames; // those of the training rows
 */
export function encode(raw: RawTable, encoding: RowEncoding, options: EncodeOptions = {}): EncodedExamples {
  const { missingOfFile, warnings, ...encoded } = encodeTable(raw, encoding, options);
  return { ...encoded, missing: missingOfFile.rows, warnings: [...missingWarnings([missingOfFile]), ...warnings] };
}

/** {@link encode} without the warning of what is missing. */
export function encodeTable(raw: RawTable, encoding: RowEncoding, options: EncodeOptions = {}): EncodedTable {
  const { skipBadRows = false } = options;
  const table = namedTable(raw);
  const indexOf = (column: string): number => findColumn(table, column);
  const { missingTexts, decimal } = encoding;
  const read = readRows(table, wantedBy(encoding, indexOf), {
    missingTexts,
    decimal: decimal ?? undefined,
    skipBadRows,
  });
  const { rows, skipped } = read;
  requireRows(table, read);
  const { examples, unseen } = encodeRows({ table, read, indexOf }, rows, encoding);
  return {
    examples,
    lines: rows.map((row) => table.lineOf(row)),
    skipped: [...table.skipped, ...skipped].sort((one, other) => one.line - other.line),
    missingOfFile: missingOf(table, read),
    warnings: unseenWarnings(unseen),
  };
}

/** @throws DpfairError `input` when no row is of use, with the columns in which values are missing. */
export function requireRows(table: RawTable, read: RowsRead): void {
  if (read.rows.length === 0)
    throw new DpfairError(
      'input',
      exampleMessages.noRowsLeft(table.file, table.rows.length, missingColumns(table, read)),
    );
}

/** What is missing in the rows of a file. */
export function missingOf(table: RawTable, read: RowsRead): MissingOfFile {
  const { file, rows } = table;
  return { file, rows: read.missingRows, all: rows.length, columns: missingColumns(table, read) };
}

/** One warning of the rows that were left out of files because a value is missing; none where there are none. */
export function missingWarnings(files: readonly MissingOfFile[]): Warning[] {
  const some = files.filter(({ rows }) => rows > 0);
  return some.length === 0 ? [] : [exampleMessages.missing(some)];
}

/** A warning for each column with texts that the encoding does not know. */
export function unseenWarnings(unseen: readonly UnseenTexts[]): Warning[] {
  return unseen.map(({ column, texts, rows }) => exampleMessages.unseen(column, texts, rows));
}

function missingColumns(table: RawTable, { missingIn }: RowsRead): [string, number][] {
  return [...missingIn]
    .sort(([one], [other]) => one - other)
    .map(([index, rows]) => [table.columns[index] as string, rows]);
}

function wantedBy(
  { label, group, columns, missing }: RowEncoding,
  indexOf: (column: string) => number,
): WantedColumn[] {
  return wantedColumns({
    features: columns.map((column) => ({
      index: indexOf(column.column),
      kind: column.kind,
      marks: column.kind === 'number' ? column.marks.flatMap(({ texts }) => texts) : [],
    })),
    label: label.column === null ? null : { index: indexOf(label.column), isNumber: label.scaling !== null },
    group: group.column === null ? null : { index: indexOf(group.column), inBands: group.bands.length > 0 },
    missing,
  });
}
