import { formatPlain } from '../format/index.js';

const DIGITS = 6;

/**
 * Writes a budget that meets a target with six significant digits, rounded up: what is read is never smaller than what was
 * proved. A budget that does not meet it is rounded down.
 */
export function epsilonText(epsilon: number, direction: 'up' | 'down', digits = DIGITS): string {
  const unit = 10 ** (Math.floor(Math.log10(epsilon)) - digits + 1);
  const nearest = Number(epsilon.toPrecision(digits));
  const isSafe = direction === 'up' ? nearest >= epsilon : nearest <= epsilon;
  const rounded = isSafe ? nearest : Number((nearest + (direction === 'up' ? unit : -unit)).toPrecision(digits));
  return formatPlain(rounded, digits);
}
