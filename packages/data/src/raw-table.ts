import type { SkippedRow } from '@dpfair/result';
import type { TextEncoding } from './bytes/decode-text.js';

/**
 * What a file was recognised as: any delimited text, the SAIPE csv export, the SAIPE fixed-width text, the public-use file of
 * the Section 203 determinations, one of the UCI tables Adult and Bank Marketing, or
 * a Parquet file.
 */
export type TableFormat =
  | 'csv'
  | 'saipe-csv'
  | 'saipe-text'
  | 'section203-2016'
  | 'section203-2021'
  | 'adult'
  | 'bank'
  | 'parquet';

/** What is known of a table that models are often trained on. */
export interface LearningNotes {
  /** The column that is predicted. */
  readonly label: string;
  /** The class that counts as positive. */
  readonly positive: string;
  /** Texts that stand for a missing value. */
  readonly missing: readonly string[];
  /** Column -> a text in it that is no number, and what it says. */
  readonly marks: Readonly<Record<string, { readonly text: string; readonly name: string }>>;
  /** Column -> why it gives the label away. */
  readonly leaks: Readonly<Record<string, string>>;
}

/** What may stand between the fields of a delimited file. */
export type Delimiter = ',' | ';' | '\t' | '|';

/** The file and the line (from 1) a value was read from. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * A file as text: every field trimmed, nothing converted, every value traceable to its line.
 *
 * `columns` may hold a name twice; that is a fault only once the name is used.
 */
export interface RawTable {
  /** Name of the file, for messages. */
  readonly file: string;
  readonly format: TableFormat;
  readonly encoding: TextEncoding;
  /** What stood between fields; null for fixed-width text and Parquet. */
  readonly delimiter: Delimiter | null;
  /** Line of the header; null when the layout has none. Rows above it are titles. */
  readonly headerLine: number | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file (from 1) on which row `row` (from 0) starts. */
  lineOf(row: number): number;
  /** Where the value in `row` and `column` (both from 0) was read: a joined column comes from another file. */
  placeOf(row: number, column: number): Place;
  /** Role -> column (or `A+B`) for layouts that are known; empty otherwise. */
  readonly defaultRoles: Readonly<Record<string, string>>;
  /** Short name -> columns it stands for; the first is used in a mapping, any of them in a filter. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Of tables to learn from that are known; absent for others. */
  readonly learning?: LearningNotes | undefined;
  /** Rows (from 0) on which what is said of this row rests; a condition that keeps it keeps them too. Absent: none. */
  readonly needs?: ((row: number) => readonly number[]) | undefined;
  /** Rows of the file that are not in `rows`, each with its line and reason. */
  readonly skipped: readonly SkippedRow[];
  /** What was done to the text on the way, one sentence each; empty when it was read as it stands. */
  readonly notes: readonly string[];
}

/** The table with only the rows whose numbers (from 0) are in `keep`, in that order. Lines stay those of the file. */
export function selectRows(table: RawTable, keep: readonly number[]): RawTable {
  const source = (row: number): number => keep[row] as number;
  const { needs } = table;
  const placeOfSource = needs && new Map(keep.map((row, place) => [row, place]));
  return {
    ...table,
    needs: needs && ((row) => needs(source(row)).flatMap((needed) => placeOfSource?.get(needed) ?? [])),
    rows: keep.map((row) => table.rows[row] as readonly string[]),
    lineOf: (row) => table.lineOf(source(row)),
    placeOf: (row, column) => table.placeOf(source(row), column),
  };
}
