import { THIN_SPACE } from './digits.js';
import { formatNumber } from './number.js';

/**
 * Writes a parameter (epsilon, scale, sensitivity) with as many of six significant digits as it needs: 0.1, 0.001, 25.
 * Never exponential.
 */
export function formatPlain(value: number | null): string {
  return formatNumber(value, 6)
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}

/** Writes a small probability as odds: '1 in 1,000,000'; zero as '0'. */
export function formatOdds(value: number): string {
  if (value === 0) return '0';
  return value >= 0.001 ? formatPlain(value) : `1 in ${formatNumber(1 / value)}`;
}

/** Writes a confidence level: '95 %', '99.9 %'. */
export function formatConfidence(level: number): string {
  return `${formatPlain(level * 100)}${THIN_SPACE}%`;
}
