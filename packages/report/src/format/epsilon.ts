import { formatPlain } from './numbers/plain.js';

const DIGITS = 6;
/** 0.1 + 0.2 is 0.3. */
const ROUNDING = 1e-15;

/**
 * Writes an epsilon with six significant digits, rounded up: what is read is never less than what is spent, nor than what was
 * proved to meet a target. A budget that does not meet it is rounded down.
 */
export function formatEpsilon(epsilon: number, direction: 'up' | 'down' = 'up', digits = DIGITS): string {
  if (!(epsilon > 0 && Number.isFinite(epsilon))) return formatPlain(epsilon, digits);
  const unit = 10 ** (Math.floor(Math.log10(epsilon)) - digits + 1);
  const nearest = Number(epsilon.toPrecision(digits));
  const slack = ROUNDING * epsilon;
  const isSafe = direction === 'up' ? nearest >= epsilon - slack : nearest <= epsilon + slack;
  const rounded = isSafe ? nearest : Number((nearest + (direction === 'up' ? unit : -unit)).toPrecision(digits));
  return formatPlain(rounded, digits);
}
