/** Why a text is not a number: nothing there, a comma that may be a decimal point, too large for a double, anything else. */
export type NumberFault = 'blank' | 'ambiguous' | 'too-large' | 'not-a-number';

const PLAIN_DIGITS = /^\d{1,15}$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** Marks the Census Bureau hangs on a revised count: `38,235(r38235)`. */
const ANNOTATION = /\s*\(r\d+\)$/;

/**
 * Reads a number as agencies write them: digits, a sign, a decimal point, an exponent, commas every three digits, a revision
 * mark such as `(r38235)` behind it, which is dropped. A blank is not 0, and `NaN` and `inf` are not numbers. Minus zero is zero.
 *
 * @param text trimmed text
 * @param decimalComma true when the file may write 1.5 as `1,5`: a number with a comma is then ambiguous, not thousands
 * @returns a finite number, or why there is none
 * @example
 * parseNumber('33,897'); // 33897
 * parseNumber('1e400'); // 'too-large'
 */
export function parseNumber(text: string, decimalComma = false): number | NumberFault {
  if (PLAIN_DIGITS.test(text)) return Number(text);
  if (text === '') return 'blank';
  const bare = text.replace(ANNOTATION, '');
  const thousands = THOUSANDS.test(bare);
  if (thousands && decimalComma) return 'ambiguous';
  if (!thousands && !PLAIN.test(bare)) return 'not-a-number';
  const value = Number(thousands ? bare.replaceAll(',', '') : bare);
  return Number.isFinite(value) ? value + 0 : 'too-large';
}
