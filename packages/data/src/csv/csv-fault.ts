import { DpfairError } from '@dpfair/result';
import { CsvError, parse } from '#csv-parse';
import { messages } from '../messages.js';
import type { Delimiter } from '../raw-table.js';
import { parseOptions } from './parse-options.js';

// In every runtime we support, but in none of the ES libraries the compiler is given.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const QUOTE = 34;
const NEWLINE = 10;

/** Where csv-parse stopped; its types leave these open. */
interface Stop {
  /** Line of `framed` it stood on, from 1. */
  readonly lines: number;
  /** Number of the field, from 0. */
  readonly column: number;
  /** Bytes up to the end of the field that was read last. */
  readonly bytes: number;
  /** The record up to the stop, when asked for. */
  readonly raw?: string;
}

/**
 * What csv-parse threw, as our fault; anything else comes back as it is.
 *
 * @param error what was thrown
 * @param framed the text that was parsed: one line more in front than the file has
 */
export function csvFault(error: unknown, framed: string, delimiter: Delimiter, file: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const stop = error as unknown as Stop;
  const field = stop.column + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new DpfairError('input', messages.unterminatedQuote(file, openingLine(stop, framed) - 1, field));
  }
  if (error.code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE') {
    const value = textAfterQuote(stop, framed, delimiter);
    return new DpfairError('input', messages.textAfterQuote(file, stop.lines - 1, field, value));
  }
  return error;
}

/** csv-parse names the last line of the text; the quote is the first one behind the field that was read last. */
function openingLine({ bytes }: Stop, framed: string): number {
  const data = new TextEncoder().encode(framed);
  const quote = data.indexOf(QUOTE, bytes);
  let line = 1;
  for (let at = data.indexOf(NEWLINE); at >= 0 && at < quote; at = data.indexOf(NEWLINE, at + 1)) line++;
  return line;
}

/**
 * The character that follows the quote: csv-parse stops on it, or on the quote when there is no blank between them. It is
 * found by reading again with the raw text of the record, which costs too much to ask for when nothing is wrong.
 */
function textAfterQuote({ lines }: Stop, framed: string, delimiter: Delimiter): string {
  const row = framed.split('\n')[lines - 1] as string;
  try {
    parse(framed, { ...parseOptions(delimiter), raw: true });
  } catch (error) {
    const { raw = '' } = error as Stop;
    const rest = row.slice(raw.length - 1 - (raw.lastIndexOf('\n') + 1));
    return /^"?(.)/su.exec(rest)?.[1] ?? '';
  }
  return '';
}
