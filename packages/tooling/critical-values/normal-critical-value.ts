// P(|Z| > z) = Q(1/2, z^2 / 2): NIST DLMF 7.11.2.
import { logGammaTail } from './log-gamma-tail.js';
import { requireRate } from './require-rate.js';
import { solveDecreasing } from './solve-decreasing.js';

/**
 * The `z` with `P(|Z| > z) = falseAlarm` for a standard normal `Z` (two-sided), accurate in the far tail.
 *
 * @example
 * normalCriticalValue(0.05); // 1.95996398454
 */
export function normalCriticalValue(falseAlarm: number): number {
  requireRate(falseAlarm);
  return solveDecreasing((z) => logGammaTail(0.5, (z * z) / 2), Math.log(falseAlarm), 0, 8);
}
