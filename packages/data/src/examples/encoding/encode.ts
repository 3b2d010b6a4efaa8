import { DpfairError, type Encoding, type Examples, type SkippedRow, type Warning } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { findColumn } from '../../tables/find-column.js';
import { namedTable } from '../columns/named-table.js';
import { type RowsRead, readRows, type WantedColumn } from '../columns/read-rows.js';
import { wantedColumns } from '../columns/wanted-columns.js';
import { exampleMessages } from '../messages.js';
import { encodeRows, type UnseenTexts } from './encode-rows.js';

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

/** How rows are to be encoded. */
export interface EncodeOptions {
  /** Leave out and list rows with a value that is not allowed, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}

/**
 * Other rows as examples, in the way that the training rows were encoded: the same features in the same order, scaled by the same
 * numbers. Texts that no training row had leave all features of their column 0, with a warning.
 *
 * @param encoding of the training rows: plain data, as a trained model carries it
 * @throws DpfairError `usage` for a column that the table does not have; `input` for a text in a column of numbers, for a class or a group
 * that the training rows do not have, each with file, line and value, and when no row is left
 * @example
 * const { encoding } = prepareExamples(table, { label: 'approved', group: 'origin' });
 * encode(otherTable, encoding).examples.featureNames; // those of the training rows
 */
export function encode(raw: RawTable, encoding: Encoding, options: EncodeOptions = {}): EncodedExamples {
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
    missing: read.missingRows,
    skipped: [...table.skipped, ...skipped].sort((one, other) => one.line - other.line),
    warnings: [...missingWarnings(table, read), ...unseenWarnings(unseen)],
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

/** The warning of rows that were left out because a value is missing; none where there are none. */
export function missingWarnings(table: RawTable, read: RowsRead): Warning[] {
  const { missingRows } = read;
  return missingRows === 0
    ? []
    : [exampleMessages.missing(missingRows, table.rows.length, missingColumns(table, read))];
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

function wantedBy({ label, group, columns, missing }: Encoding, indexOf: (column: string) => number): WantedColumn[] {
  return wantedColumns({
    features: columns.map((column) => ({
      index: indexOf(column.column),
      kind: column.kind,
      marks: column.kind === 'number' ? column.marks.flatMap(({ texts }) => texts) : [],
    })),
    label: { index: indexOf(label.column), isNumber: label.scaling !== null },
    group: group.column === null ? null : { index: indexOf(group.column), inBands: group.bands.length > 0 },
    missing,
  });
}
