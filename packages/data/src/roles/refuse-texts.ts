import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import type { NumberStyle } from './decimal-sign.js';
import type { NumericRole } from './numeric-role.js';
import { parseNumber } from './parse-number.js';

/** Of fewer rows each is named by itself. */
const FEWEST = 6;
/** Texts that the message shows. */
const SHOWN = 3;

/**
 * Refuses a column in which no row has a number, where one is meant: another column was meant, which is said once and not row by row.
 *
 * @throws DpfairError `input`, naming the first row and the texts that stand there.
 */
export function refuseTexts(raw: RawTable, { role, column, range }: NumericRole, style: NumberStyle): void {
  const texts = raw.rows.map((row) => row[column] as string);
  if (texts.length < FEWEST || !texts.every((text) => parseNumber(text, style) === 'not-a-number')) return;
  const cell = { ...raw.placeOf(0, column), column: raw.columns[column] as string };
  const shown = [...new Set(texts)].slice(0, SHOWN);
  throw new DpfairError('input', messages.textColumn(cell, role, texts.length, shown, range));
}
