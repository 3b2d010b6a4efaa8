import { decimalsFor, fixed, THIN_SPACE } from './numbers/digits.js';
import { formatNumber, MISSING } from './numbers/number.js';
import { formatPercent } from './percent.js';

/** This close to certain is not written in digits. */
const SMALLEST = 1e-6;

/**
 * Writes a probability in percent; what is not certain is not called 100 %.
 *
 * @example formatProbability(0.99998) // '99.9980 %' (with a thin space)
 * @example formatProbability(1) // '100 %'
 */
export function formatProbability(probability: number | null): string {
  if (probability === null || !(probability > 0.999 && probability < 1)) return formatPercent(probability);
  const rest = 1 - probability;
  if (rest < SMALLEST) return `more than 99.9999${THIN_SPACE}%`;
  return `${fixed(probability * 100, decimalsFor(rest * 100, 2))}${THIN_SPACE}%`;
}

/**
 * Writes the interval of a probability, '21.0 % to 21.5 %', cut to what a probability can be; null when it is missing.
 */
export function formatProbabilityRange(lower: number | null, upper: number | null): string | null {
  if (lower === null || upper === null) return null;
  return `${end(lower)} to ${end(upper)}`;
}

/** Ends that are too close to 0 or 1 for digits are written as what they round to. */
function end(value: number): string {
  const inside = Math.min(1, Math.max(0, value));
  const near = Math.min(inside, 1 - inside);
  return formatProbability(near < SMALLEST ? Math.round(inside) : inside);
}

/** Writes a difference of probabilities in percentage points, without the unit: three significant digits. */
export function formatPoints(difference: number | null): string {
  return difference === null ? MISSING : formatNumber(difference * 100);
}
