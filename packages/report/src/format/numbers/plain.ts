import { decimalsFor, fixed, roundSignificant, THIN_SPACE } from './digits.js';
import { formatNumber, formatWhole } from './number.js';

/** Below this a number in full is too long to be read. */
const SMALLEST = 1e-20;

/**
 * Writes a parameter (epsilon, scale, sensitivity) with as many significant digits as it needs: 0.1, 0.0000001, 25. Never
 * exponential; sizes below 1e-20 are 'less than 0.000001'.
 *
 * @param digits most significant digits, 1 to 17
 */
export function formatPlain(value: number | null, digits = 6): string {
  return inDigits(value, digits)
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');
}

function inDigits(value: number | null, digits: number): string {
  const size = Math.abs(value ?? 0);
  const tiny = value !== null && size >= SMALLEST && size < 1e-6;
  return tiny ? fixed(roundSignificant(value, digits), decimalsFor(value, digits)) : formatNumber(value, digits);
}

/** Writes parameters that stand side by side: with more digits than six where that keeps them apart. */
export function formatDistinct(
  values: readonly (number | null)[],
  write: (value: number | null, digits: number) => string = formatPlain,
): string[] {
  const different = new Set(values).size;
  const keepsApart = (texts: readonly string[]) => new Set(texts).size === different;
  for (let digits = 6; digits <= 17; digits += 1) {
    const texts = values.map((value) => write(value, digits));
    // Rounding away from each other may keep apart what is alike in these digits.
    if (keepsApart(texts) && keepsApart(values.map((value) => formatPlain(value, digits)))) return texts;
  }
  return values.map((value) => write(value, 6));
}

/** Odds above this are rounded. */
const MOST_COUNTED = 1e12;

/** Writes a small probability as odds: '1 in 1,000,000'; zero as '0'. */
export function formatOdds(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.001) return formatPlain(value);
  const [odds, whole] = [1 / value, Math.round(1 / value)];
  const isWhole = whole <= MOST_COUNTED && Math.abs(odds - whole) <= 1e-9 * odds;
  return `1 in ${isWhole ? formatWhole(whole) : formatNumber(odds)}`;
}

/** Writes a confidence level: '95 %', '99.9 %'. */
export function formatConfidence(level: number): string {
  return `${formatPlain(level * 100)}${THIN_SPACE}%`;
}
