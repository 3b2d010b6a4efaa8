import { decimalsFor, fixed, roundSignificant } from './digits.js';
import { magnitudes } from './magnitudes.js';

const SMALLEST = 1e-6;

/** What is written for a value that does not exist; the reason is given beside it. */
export const MISSING = '\u2013';

/**
 * Writes a number for running text and tables: three significant digits, commas, true minus, words from a million on,
 * never exponential.
 *
 * @param value any number; null and numbers that are not finite give an en dash
 * @param digits significant digits, 1 to 15; at most 3 are shown in text
 * @example formatNumber(-0.0243) // '−0.0243'
 * @example formatNumber(27_412_000) // '27.4 million'
 */
export function formatNumber(value: number | null, digits = 3): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  if (value === 0) return '0';
  if (Math.abs(value) < SMALLEST) return value > 0 ? 'less than 0.000001' : 'between \u22120.000001 and 0';
  const rounded = roundSignificant(value, digits);
  if (Math.abs(rounded) < 1e6) return fixed(rounded, decimalsFor(rounded, digits));
  return inWords(rounded, digits);
}

/**
 * Writes a whole number (rows, entities, trials, true counts) in full: '12,940'.
 *
 * @param value any finite number; it is rounded; from 1e15 on words are used; null where it is not known
 */
export function formatWhole(value: number | null): string {
  if (value === null) return MISSING;
  return Math.abs(value) < 1e15 ? fixed(value, 0) : formatNumber(value);
}

/**
 * Writes a value that stands beside a difference with enough decimals, six at most, that the difference shows:
 * 311,046.9982 beside -0.0018.
 *
 * @param whole the value is a whole number by its nature and is written as one
 */
export function formatBeside(value: number, difference: number, whole: boolean): string {
  if (value === 0 || (whole && Number.isInteger(value))) return formatWhole(value);
  if (Math.abs(value) >= 1e12) return formatNumber(value);
  const decimals = Math.max(difference === 0 ? 0 : decimalsFor(difference, 2), decimalsFor(value, 3));
  return fixed(value, Math.min(6, decimals));
}

function inWords(value: number, digits: number): string {
  const size = Math.abs(value);
  for (const { name, factor } of magnitudes) {
    if (size >= factor) {
      const scaled = value / factor;
      if (Math.abs(scaled) >= 1e15) return value > 0 ? 'more than 999 trillion' : 'less than \u2212999 trillion';
      return `${fixed(scaled, decimalsFor(scaled, digits))} ${name}`;
    }
  }
  return fixed(value, 0);
}
