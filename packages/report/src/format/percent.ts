import { decimalsFor, fixed, roundSignificant, THIN_SPACE } from './numbers/digits.js';
import { formatNumber, MISSING } from './numbers/number.js';

/**
 * Writes a fraction as a percentage: one decimal from 1 % on, two significant digits below, at most three digits.
 *
 * @param fraction -0.02 for a loss of two hundredths; null and numbers that are not finite give an en dash
 * @example formatPercent(-0.02) // '−2.0 %' (with a thin space)
 */
export function formatPercent(fraction: number | null): string {
  if (fraction === null || !Number.isFinite(fraction)) return MISSING;
  const percent = fraction * 100;
  if (!Number.isFinite(percent)) return MISSING;
  const size = Math.abs(percent);
  if (size === 0) return `0${THIN_SPACE}%`;
  if (size < 0.0001) return percent > 0 ? `less than 0.0001${THIN_SPACE}%` : `between \u22120.0001 and 0${THIN_SPACE}%`;
  if (size < 1) return `${fixed(percent, decimalsFor(percent, 2))}${THIN_SPACE}%`;
  if (size < 99.95) return `${fixed(percent, 1)}${THIN_SPACE}%`;
  if (size < 1e6) return `${fixed(roundSignificant(percent, 3), 0)}${THIN_SPACE}%`;
  return `${formatNumber(percent)}${THIN_SPACE}%`;
}
