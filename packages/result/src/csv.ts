import { DpfairError } from './error.js';
import { messages } from './messages.js';

/** What a cell of a written table holds; null is a blank. */
export type CsvCell = string | number | null;

/** What makes a spreadsheet take a text for a formula, wide forms included (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that is only a number is harmless, whatever its sign. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Writes csv (RFC 4180 but for its line ends): a header, a line a row, quotes where needed, numbers as the shortest decimals
 * that read back to the same double. Lines end in `\n`, not CR LF: every reader of csv takes it, and in a pipe, in git and in
 * `cut` the last column holds no carriage return.
 *
 * Spreadsheets run a text that starts with `= + - @` (or their wide forms), a tab or a line end as a formula. Such a text, in the
 * header too, gets an apostrophe in front, which is part of what is written: read back, the text has it. Numbers are untouched,
 * negative ones too.
 *
 * @param columns names, in order
 * @param rows cells, as many a row as there are columns
 * @throws DpfairError `output` for a number that is not finite and for a row of another width
 * @example
 * writeCsv(['name', 'bias'], [['=1+1', -0.5]]); // "name,bias\n'=1+1,-0.5\n"
 */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [columns.map(textCell).join(',')];
  let number = 0;
  for (const row of rows) {
    number++;
    if (row.length !== columns.length)
      throw new DpfairError('output', messages.rowWidth(number, row.length, columns.length));
    lines.push(row.map((cell, at) => writeCell(cell, number, columns[at] as string)).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function writeCell(cell: CsvCell, row: number, column: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(cell);
  if (!Number.isFinite(cell)) throw new DpfairError('output', messages.notFiniteInCsv(row, column, cell));
  return String(cell);
}

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
