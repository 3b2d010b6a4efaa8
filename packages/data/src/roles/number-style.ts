import type { RawTable } from '../raw-table.js';
import type { DecimalSign, NumberStyle } from './decimal-sign.js';
import type { NumericRole } from './numeric-role.js';
import { looksGroupedByDots } from './parse-number.js';

/**
 * How the numbers of a role are written. What was said is taken at its word. Else the dot is the decimal sign, and what may be
 * meant otherwise is ambiguous: commas in threes where fields end in semicolons, as where the comma is the decimal sign; and dots in
 * threes (`1.210`), in a column of private counts always, for a count is seldom broken; in a public column only when all of
 * its dotted values look so, for one `12.5` shows that they are decimals.
 *
 * @param decimal what the user said; undefined when nothing
 */
export function numberStyleOf(
  raw: RawTable,
  { kind, column }: Pick<NumericRole, 'kind' | 'column'>,
  decimal?: DecimalSign,
): NumberStyle {
  if (decimal !== undefined) return { decimal, ambiguousComma: false, ambiguousDot: false };
  const ambiguousDot = kind === 'counts' || everyDotGroups(raw, column);
  return { decimal: 'dot', ambiguousComma: raw.delimiter === ';', ambiguousDot };
}

function everyDotGroups(raw: RawTable, column: number): boolean {
  return raw.rows.every((row) => {
    const text = row[column] as string;
    return !text.includes('.') || looksGroupedByDots(text);
  });
}
