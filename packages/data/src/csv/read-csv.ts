import { DpfairError, type SkippedRow } from '@dpfair/result';
import type { DecodedText } from '../bytes/decode-text.js';
import { faultList } from '../fault-list.js';
import { messages } from '../messages.js';
import type { Delimiter, RawTable } from '../raw-table.js';
import { detectDelimiter } from './detect-delimiter.js';
import { findHeader } from './find-header.js';
import { guardWidth } from './guard-width.js';
import { splitRecords } from './split-records.js';

/** How delimited text is to be read; each is found from the text when left out. */
export interface ReadCsvOptions {
  readonly delimiter?: Delimiter | undefined;
  /** Line of the header, from 1. */
  readonly headerRow?: number | undefined;
  /** Names of the columns of a file without a header. */
  readonly columns?: readonly string[] | undefined;
  /** Skip and list rows with another number of fields than the header, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}

/**
 * Delimited text to a table of trimmed text: titles above the header are left out, rows in which every field is blank and
 * the row of labels that data.census.gov puts under its codes are skipped and listed, ragged rows are faults.
 *
 * @param decoded the text, with any line ends
 * @throws DpfairError `input` for text that is not a table, naming the line; the first twenty ragged rows are listed
 */
export function readCsv(decoded: DecodedText, file: string, options: ReadCsvOptions = {}): RawTable {
  const text = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  if (text.trim() === '') throw new DpfairError('input', messages.emptyFile(file));
  const delimiter = options.delimiter ?? detectDelimiter(text);
  guardWidth(text, delimiter, file);
  const split = splitRecords(text, delimiter, file);
  const header =
    options.columns === undefined
      ? findHeader(split, file, options.headerRow)
      : { index: -1, trailingDelimiter: false };
  const headerLine = split.lines[header.index] ?? null;
  const columns =
    options.columns ?? columnNames(split.records[header.index] as readonly string[], header.trailingDelimiter);
  const body = readBody(split.records, split.lines, columns, { ...options, ...header, file, headerLine });
  if (body.rows.length === 0) throw new DpfairError('input', messages.noRows(file, headerLine));
  const lineOf = (row: number): number => body.lines[row] as number;
  return {
    file,
    format: 'csv',
    encoding: decoded.encoding,
    delimiter,
    headerLine,
    columns,
    rows: body.rows,
    lineOf,
    placeOf: (row) => ({ file, line: lineOf(row) }),
    defaultRoles: {},
    aliases: {},
    skipped: body.skipped,
    notes: notesOn(decoded, header.index),
  };
}

function columnNames(header: readonly string[], trailingDelimiter: boolean): string[] {
  const names = header.map((name) => name.replace(/\s+/g, ' '));
  if (trailingDelimiter && names.at(-1) === '') names.pop();
  return names;
}

interface BodyOptions extends ReadCsvOptions {
  readonly file: string;
  readonly headerLine: number | null;
  /** Of the header among the records; -1 for none. */
  readonly index: number;
  readonly trailingDelimiter: boolean;
}

interface Body {
  readonly rows: string[][];
  readonly lines: number[];
  readonly skipped: SkippedRow[];
}

function readBody(
  records: readonly string[][],
  recordLines: readonly number[],
  columns: readonly string[],
  { file, headerLine, index: headerIndex, trailingDelimiter, skipBadRows = false }: BodyOptions,
): Body {
  const body: Body = { rows: [], lines: [], skipped: [] };
  const faults = faultList();
  const width = columns.length;
  const geoId = columns.indexOf('GEO_ID');
  for (let index = headerIndex + 1; index < records.length; index++) {
    const record = records[index] as string[];
    const line = recordLines[index] as number;
    if (trailingDelimiter && record.length === width + 1 && record[width] === '') record.pop();
    if (record.every((field) => field === '')) {
      body.skipped.push({ line, reason: messages.blankRow });
    } else if (record.length !== width) {
      const ragged = messages.raggedRow(file, line, record.length, width, headerLine);
      if (skipBadRows) body.skipped.push({ line, reason: `${ragged.what}: ${ragged.value}` });
      else faults.add(ragged);
    } else if (geoId >= 0 && index === headerIndex + 1 && !/US/.test(record[geoId] ?? '')) {
      body.skipped.push({ line, reason: messages.labelRow });
    } else {
      body.rows.push(record);
      body.lines.push(line);
    }
  }
  faults.throwIfAny();
  return body;
}

function notesOn({ encoding }: DecodedText, titleRows: number): string[] {
  const notes: string[] = [];
  if (encoding === 'windows-1252') notes.push(messages.decodedAsLatin1);
  if (titleRows > 0) notes.push(messages.titleRows(titleRows));
  return notes;
}
