import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { Delimiter } from '../raw-table.js';

/** More columns than any table of counts has; beyond it the file is taken for something else. */
const MOST_COLUMNS = 10_000;

/**
 * Refuses text with a line of more than 10,000 fields before anything is built from it. Delimiters between quotes do not count.
 *
 * @param text text with `\n` between lines
 * @throws DpfairError `input`, naming the line
 */
export function guardWidth(text: string, delimiter: Delimiter, file: string): void {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    // A line of n characters has at most n + 1 fields.
    if (end - start >= MOST_COLUMNS) {
      const fields = countFields(text, start, end, delimiter);
      if (fields > MOST_COLUMNS)
        throw new DpfairError('input', messages.tooManyColumns(file, line, fields, MOST_COLUMNS));
    }
    start = end + 1;
  }
}

function countFields(text: string, start: number, end: number, delimiter: Delimiter): number {
  let fields = 1;
  let quoted = false;
  for (let position = start; position < end; position++) {
    const character = text[position];
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) fields++;
  }
  return fields;
}
