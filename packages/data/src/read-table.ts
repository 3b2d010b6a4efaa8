import { DpfairError } from '@dpfair/result';
import { decodeText, type TextEncoding } from './bytes/decode-text.js';
import { readCsv } from './csv/read-csv.js';
import { asBank } from './learning-layouts/as-bank.js';
import { looksLikeAdult, readAdult } from './learning-layouts/read-adult.js';
import { messages } from './messages.js';
import type { Delimiter, RawTable } from './raw-table.js';
import { asSaipeCsv } from './saipe/as-saipe-csv.js';
import { looksLikeSaipeText, readSaipeText } from './saipe/read-saipe-text.js';
import { asSection203 } from './section203/as-section203.js';

/** How a file is to be read. Everything but the name is found from the bytes when left out. */
export interface ReadTableOptions {
  /** Name of the file, for messages; it is never opened. */
  readonly file: string;
  /** `csv` takes any delimited text as it stands; the others insist on one of their layouts. @default 'auto' */
  readonly format?: 'auto' | 'csv' | 'saipe' | 'section203' | 'adult' | 'bank' | undefined;
  /** What stands between fields. @default found from the text */
  readonly delimiter?: Delimiter | undefined;
  /** @default found from the bytes: UTF-8, UTF-16 with a byte order mark, else windows-1252 */
  readonly encoding?: TextEncoding | undefined;
  /** Line of the header, from 1. @default the first line that fills more than half of the table's columns */
  readonly headerRow?: number | undefined;
  /** Skip and list rows that cannot be read, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}

/**
 * Bytes of a file to a table of text: any delimited text (comma, semicolon, tab or bar; LF, CRLF or CR; quoted or not), the
 * SAIPE school district csv export, or its fixed-width text, the Section 203 determinations of 2016 or 2021, or the UCI
 * tables Adult and Bank Marketing. Nothing is converted: codes keep their zeros, blanks stay blank.
 *
 * @param bytes the whole file, up to 500 MB
 * @returns the table; `format` and `encoding` say what the file was taken for, `notes` and `skipped` what was left out
 * @throws DpfairError `input` for a file that is empty, binary, without rows, ragged, more than 10,000 columns wide or cut
 * inside a quote, naming the line; `usage` for a `headerRow` no record starts on
 * @example
 * const table = readTable(new TextEncoder().encode('id,count\n15005,69\n'), { file: 'kalawao.csv' });
 * table.columns; // ['id', 'count']
 * table.lineOf(0); // 2
 */
export function readTable(bytes: Uint8Array, options: ReadTableOptions): RawTable {
  const { file, format = 'auto', encoding, skipBadRows = false } = options;
  const decoded = decodeText(bytes, file, encoding);
  const mayBe = (name: 'saipe' | 'section203' | 'adult' | 'bank') => format === 'auto' || format === name;
  if (mayBe('saipe') && looksLikeSaipeText(decoded.text)) return readSaipeText(decoded, file, skipBadRows);
  const { delimiter, headerRow } = options;
  if (mayBe('adult') && headerRow === undefined && looksLikeAdult(decoded.text))
    return readAdult(decoded, file, skipBadRows);
  if (format === 'adult') throw new DpfairError('input', messages.notAdult(file));
  const table = readCsv(decoded, file, { delimiter, headerRow, skipBadRows });
  const known =
    (mayBe('saipe') ? asSaipeCsv(table) : null) ??
    (mayBe('section203') ? asSection203(table, skipBadRows) : null) ??
    (mayBe('bank') ? asBank(table) : null);
  if (format === 'saipe' && known === null) throw new DpfairError('input', messages.notSaipe(file, table.headerLine));
  if (format === 'section203' && known === null)
    throw new DpfairError('input', messages.notSection203(file, table.headerLine));
  if (format === 'bank' && known === null) throw new DpfairError('input', messages.notBank(file, table.headerLine));
  return known ?? table;
}
