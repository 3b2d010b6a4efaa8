import type { Options } from '#csv-parse';
import type { Delimiter } from '../raw-table.js';

/** How csv-parse is asked to read: blanks around fields cut, quotes inside unquoted fields as text, rows of any width. */
export function parseOptions(delimiter: Delimiter): Options {
  return { delimiter, record_delimiter: '\n', trim: true, relax_quotes: true, relax_column_count: true };
}
