import { fixed } from './numbers/digits.js';
import { MISSING } from './numbers/number.js';

/** Writes a correlation, from -1 to 1, with two decimals; null gives an en dash. */
export function formatCorrelation(value: number | null): string {
  return value === null ? MISSING : fixed(value, 2);
}
