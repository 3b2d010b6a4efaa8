import type { NumberStyle } from './decimal-sign.js';

/** Why a text is not a number: nothing there, a sign that may be either, too large for a double, anything else. */
export type NumberFault = 'blank' | 'ambiguous-comma' | 'ambiguous-dot' | 'too-large' | 'not-a-number';

const PLAIN_DIGITS = /^\d{1,15}$/;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

const COMMA_PLAIN = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;
/** One sign between all the groups: `1.210 345` is a slip. `\s` takes the no-break blanks of spreadsheets too. */
const COMMA_THOUSANDS = /^[+-]?\d{1,3}([.\s])\d{3}(?:\1\d{3})*(?:,\d*)?$/;

/** `1.210`, `67.096`, `1.210.000`: thousands in most of Europe. Nobody writes 125 as `0.125`. */
const DOTTED_THOUSANDS = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/;

/** Marks the Census Bureau hangs on a revised count: `38,235(r38235)`. */
const ANNOTATION = /\s*\(r\d+\)$/;

const decimalDot: NumberStyle = { decimal: 'dot', ambiguousComma: false, ambiguousDot: false };

/**
 * Reads a number as agencies write them: digits, a sign, a decimal sign, an exponent, thousands set apart in threes, a revision
 * mark such as `(r38235)` behind it, which is dropped. With a decimal dot, commas group thousands; with a decimal comma, dots or
 * blanks do. A blank field is not 0, and `NaN` and `inf` are not numbers. Minus zero is zero.
 *
 * @param text trimmed text
 * @param style which sign stands before the decimals, and what may be meant otherwise
 * @returns a finite number, or why there is none
 * @example
 * parseNumber('33,897'); // 33897
 * parseNumber('1e400'); // 'too-large'
 */
export function parseNumber(text: string, style = decimalDot): number | NumberFault {
  if (PLAIN_DIGITS.test(text)) return Number(text);
  if (text === '') return 'blank';
  const bare = text.replace(ANNOTATION, '');
  const plain = style.decimal === 'comma' ? withDecimalDot(bare) : withoutCommas(bare, style);
  if (!/\d/.test(plain)) return plain as NumberFault;
  const value = Number(plain);
  return Number.isFinite(value) ? value + 0 : 'too-large';
}

/** True for a number whose dots may group thousands. */
export function looksGroupedByDots(text: string): boolean {
  return DOTTED_THOUSANDS.test(text.replace(ANNOTATION, ''));
}

function withoutCommas(bare: string, { ambiguousComma, ambiguousDot }: NumberStyle): string | NumberFault {
  if (THOUSANDS.test(bare)) return ambiguousComma ? 'ambiguous-comma' : bare.replaceAll(',', '');
  if (ambiguousDot && DOTTED_THOUSANDS.test(bare)) return 'ambiguous-dot';
  return PLAIN.test(bare) ? bare : 'not-a-number';
}

function withDecimalDot(bare: string): string | NumberFault {
  if (COMMA_THOUSANDS.test(bare)) return bare.replaceAll(/[.\s]/g, '').replace(',', '.');
  return COMMA_PLAIN.test(bare) ? bare.replace(',', '.') : 'not-a-number';
}
