import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { Delimiter } from '../raw-table.js';

/** The records of a delimited text: trimmed fields, and the line (from 1) each record starts on. */
export interface Records {
  readonly records: readonly string[][];
  readonly lines: readonly number[];
}

const QUOTE = '"';
const NEWLINE = 10;

/**
 * Splits delimited text into records (RFC 4180, section 2), each field trimmed of blanks; empty lines give no record.
 *
 * A quote opens a quoted field only at the start of the field; inside one, `""` is a quote, and delimiters and line ends
 * are text. Lines without a quote take a path of their own: it is where nearly all of the time goes.
 *
 * @param text text with `\n` between lines
 * @throws DpfairError `input` for a quote that is never closed, and for text after a closing quote
 */
export function splitRecords(text: string, delimiter: Delimiter, file: string): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  let start = 0;
  let quote = text.indexOf(QUOTE);
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (quote >= 0 && quote < start) quote = text.indexOf(QUOTE, start);
    if (quote < 0 || quote >= end) {
      const row = text.slice(start, end);
      if (row.trim() !== '' || (delimiter === '\t' && row !== '')) {
        records.push(row.split(delimiter).map(trim));
        lines.push(line);
      }
      line++;
    } else {
      const scanned = scanQuotedRecord(text, start, delimiter, file, line);
      records.push(scanned.fields);
      lines.push(line);
      end = scanned.end;
      line = scanned.line + 1;
    }
    start = end + 1;
  }
  return { records, lines };
}

function trim(field: string): string {
  return field.trim();
}

interface ScannedRecord {
  readonly fields: string[];
  /** Position of the line end behind the record, or the length of the text. */
  readonly end: number;
  /** Line the record ends on. */
  readonly line: number;
}

function scanQuotedRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
  file: string,
  line: number,
): ScannedRecord {
  const fields: string[] = [];
  const delimiterCode = delimiter.charCodeAt(0);
  let position = start;
  for (;;) {
    let fieldEnd = skipBlanks(text, position, delimiter);
    if (text[fieldEnd] === QUOTE) {
      const close = closingQuote(text, fieldEnd);
      if (close < 0) throw new DpfairError('input', messages.unterminatedQuote(file, line, fields.length + 1));
      const field = text.slice(fieldEnd + 1, close);
      if (field.includes('\n')) line += field.split('\n').length - 1;
      fields.push((field.includes(QUOTE) ? field.replaceAll('""', QUOTE) : field).trim());
      fieldEnd = skipBlanks(text, close + 1, delimiter);
      const next = text[fieldEnd];
      if (next !== undefined && next !== delimiter && next !== '\n') {
        throw new DpfairError('input', messages.textAfterQuote(file, line, fields.length, next));
      }
    } else {
      while (fieldEnd < text.length) {
        const code = text.charCodeAt(fieldEnd);
        if (code === delimiterCode || code === NEWLINE) break;
        fieldEnd++;
      }
      fields.push(text.slice(position, fieldEnd).trim());
    }
    if (text[fieldEnd] !== delimiter) return { fields, end: fieldEnd, line };
    position = fieldEnd + 1;
  }
}

/** Position of the quote that closes the one at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf(QUOTE, open + 1);
  while (close >= 0 && text[close + 1] === QUOTE) close = text.indexOf(QUOTE, close + 2);
  return close;
}

function skipBlanks(text: string, position: number, delimiter: Delimiter): number {
  while (text[position] === ' ' || (text[position] === '\t' && delimiter !== '\t')) position++;
  return position;
}
