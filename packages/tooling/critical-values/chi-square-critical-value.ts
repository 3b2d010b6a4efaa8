// P(X > x) = Q(df / 2, x / 2) for a chi-square variable: Abramowitz and Stegun 26.4.19.
import { logGammaTail } from './log-gamma-tail.js';
import { requireRate } from './require-rate.js';
import { solveDecreasing } from './solve-decreasing.js';

/** The `x` with `P(X > x) = falseAlarm` for a chi-square variable of `degreesOfFreedom >= 1` (upper tail, exact quantile). */
export function chiSquareCriticalValue(degreesOfFreedom: number, falseAlarm: number): number {
  requireRate(falseAlarm);
  const half = degreesOfFreedom / 2;
  return solveDecreasing((x) => logGammaTail(half, x / 2), Math.log(falseAlarm), 0, 2 * degreesOfFreedom + 20);
}
