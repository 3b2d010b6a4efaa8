import { fixed, MINUS, roundSignificant } from './numbers/digits.js';
import { formatNumber, MISSING } from './numbers/number.js';

/**
 * Writes an amount of dollars: three significant digits, words from a million on, cents below a hundred dollars.
 *
 * @param value dollars; null and numbers that are not finite give an en dash
 * @example formatDollars(-27_412_000) // '−$27.4 million'
 * @example formatDollars(2.5) // '$2.50'
 */
export function formatDollars(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  if (value === 0) return '$0';
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size < 0.005) return value > 0 ? 'less than 1 cent' : 'a loss of less than 1 cent';
  if (size < 99.95) return `${sign}$${fixed(roundSignificant(size, 3), 2)}`;
  return `${sign}$${formatNumber(size)}`;
}
