import type { NumberWriter } from './number-writer.js';
import { decimalsFor, fixed, THIN_SPACE } from './numbers/digits.js';
import { formatNumber, MISSING } from './numbers/number.js';
import { formatPercent } from './percent.js';

/** This close to certain is not written in digits. */
const SMALLEST = 1e-6;
/** Decimals of a percentage that tell what is this close from certain. */
const MOST_DECIMALS = 5;

/**
 * Writes a probability in percent; what is not certain is not called 100 %. In an interval its ends have the same decimals.
 *
 * @example formatProbability(0.99998) // '99.9980 %' (with a thin space)
 * @example formatProbability(1) // '100 %'
 */
export const formatProbability: NumberWriter = Object.assign(alone, { together });

function alone(probability: number | null): string {
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
  const ends = [lower, upper].map(ofProbability);
  return ends.map(together(null, ...(ends as [number, number]))).join(' to ');
}

/** Ends that are too close to 0 or 1 for digits are taken for what they round to. */
function ofProbability(value: number): number {
  const inside = Math.min(1, Math.max(0, value));
  const near = Math.min(inside, 1 - inside);
  return near < SMALLEST ? Math.round(inside) : inside;
}

/**
 * Writes a probability with an interval that comes close to 1 with the same decimals throughout: those of its coarser end, or as many more as it takes
 * that no end is called certain that is not, and that two ends differ: '89.4 % to 99.9 %', '89.43 % to 99.97 %'. Below 1 % two digits say as much.
 */
function together(estimate: number | null, lower: number, upper: number): (value: number | null) => string {
  const isShown = (value: number) => value >= 0.01 && 1 - value >= SMALLEST;
  const ends = [lower, upper].filter(isShown);
  const shown = estimate === null ? ends : [...ends, estimate].filter(isShown);
  if (!shown.some((value) => value > 0.999)) return alone;
  const own = ends.map((value) => (value > 0.999 ? decimalsFor((1 - value) * 100, 2) : 1));
  let decimals = Math.min(...own, MOST_DECIMALS);
  const reads = (value: number) => (value * 100).toFixed(decimals);
  const isUnclear = () =>
    shown.some((value) => Number(reads(value)) === 100) || (lower !== upper && reads(lower) === reads(upper));
  while (decimals < MOST_DECIMALS && isUnclear()) decimals++;
  const written = decimals;
  return (value) => (value !== null && isShown(value) ? `${fixed(value * 100, written)}${THIN_SPACE}%` : alone(value));
}

/** Writes a difference of probabilities in percentage points, without the unit: three significant digits. */
export function formatPoints(difference: number | null): string {
  return difference === null ? MISSING : formatNumber(difference * 100);
}
