// Birnbaum and Tingey (1951), "One-sided confidence contours for probability distribution functions", formula (3.0).
import { requireRate } from './require-rate.js';
import { solveDecreasing } from './solve-decreasing.js';

const known = new Map<string, number>();

/**
 * The `d` with `2 P(D+ > d) = falseAlarm`, where `D+` is the one-sided Kolmogorov-Smirnov distance of `n` draws from
 * their own continuous cdf:
 * `P(D+ > d) = d * sum_{j=0}^{floor(n (1 - d))} C(n, j) (d + j/n)^(j-1) (1 - d - j/n)^(n-j)`.
 * Doubling bounds the two-sided distance from above (both sides at once are rarer than `falseAlarm^3`), so a test at
 * this value alarms at most at the stated rate. All terms are positive: nothing cancels. Time O(n) per trial value.
 */
export function kolmogorovCriticalValue(n: number, falseAlarm: number): number {
  requireRate(falseAlarm);
  const key = `${n}/${falseAlarm}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const logFactorial = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logFactorial[k] = (logFactorial[k - 1] as number) + Math.log(k);
  const logTail = (d: number): number => {
    let sum = 0;
    const last = Math.floor(n * (1 - d));
    for (let j = 0; j <= last; j++) {
      const rest = 1 - d - j / n;
      const power = n - j === 0 ? 0 : rest > 0 ? (n - j) * Math.log(rest) : Number.NEGATIVE_INFINITY;
      const choose = (logFactorial[n] as number) - (logFactorial[j] as number) - (logFactorial[n - j] as number);
      sum += Math.exp(choose + (j - 1) * Math.log(d + j / n) + power);
    }
    return Math.log(2 * d * sum);
  };
  // Massart's inequality, 2 exp(-2 n d^2), puts the answer at or below this value.
  const massart = Math.min(1, Math.sqrt(Math.log(2 / falseAlarm) / (2 * n)));
  const value = solveDecreasing(logTail, Math.log(falseAlarm), massart / 4, massart);
  known.set(key, value);
  return value;
}
