import type { DecimalSign, Delimiter, Encoding } from '../options/table-options.js';

/** How the data file of any command is read. The layouts that `format` knows are those of the command. */
export interface ReadingSpec<Format extends string> {
  readonly format: Format;
  /** Character between fields; null: found from the file. */
  readonly delimiter: Delimiter | null;
  /** Encoding of the data; null: found from the bytes. */
  readonly encoding: Encoding | null;
  /** Decimal sign; null: a dot, and numbers that may be meant the other way are refused. */
  readonly decimal: DecimalSign | null;
  /** Line of the column names, from 1; null: found from the file. */
  readonly headerRow: number | null;
  /** Whether rows that cannot be read are left out and listed, instead of refused. */
  readonly skipBadRows: boolean;
}

/** What is found out where nothing is said. */
export const readingDefaults: ReadingSpec<'auto'> = {
  format: 'auto',
  delimiter: null,
  encoding: null,
  decimal: null,
  headerRow: null,
  skipBadRows: false,
};
