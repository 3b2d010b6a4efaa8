import type { RawTable } from '../../raw-table.js';
import type { NumberStyle } from '../../roles/decimal-sign.js';
import { parseNumber } from '../../roles/parse-number.js';

/**
 * Whether a column holds numbers or texts: numbers when at least half of what is there are numbers (the others are then faults),
 * leaving out missing values and marks. A column without a value is one of text.
 */
export function columnKind(table: RawTable, column: number, leftOut: ReadonlySet<string>): 'number' | 'text' {
  let [numbers, texts] = [0, 0];
  for (const row of table.rows) {
    const text = row[column] as string;
    if (leftOut.has(text)) continue;
    if (looksLikeNumber(text)) numbers++;
    else texts++;
  }
  return numbers > 0 && numbers >= texts ? 'number' : 'text';
}

/** What may be a number under either decimal sign is one here: which sign is meant is asked when it is read. */
export function looksLikeNumber(text: string): boolean {
  return parseNumber(text, dot) !== 'not-a-number' || parseNumber(text, comma) !== 'not-a-number';
}

const dot: NumberStyle = { decimal: 'dot', ambiguousComma: false, ambiguousDot: false };
const comma: NumberStyle = { ...dot, decimal: 'comma' };
