// Kolmogorov-Smirnov test with the exact finite-n critical value of Birnbaum and Tingey (1951).
import { kolmogorovCriticalValue } from '../critical-values/kolmogorov-critical-value.js';
import type { Verdict } from './verdict.js';

/**
 * Do `draws` follow the continuous distribution `cdf`? Statistic: the largest distance between their empirical cdf and
 * `cdf`. `cdf` must come from outside the code under test (a closed form). At 1e-8 about 100,000 draws are needed to
 * see a scale 10 % off. Ties (a discrete or truncated sampler) only raise the distance.
 *
 * @example
 * distributionCheck(draws, (x) => 1 - Math.exp(-x), falseAlarm);
 */
export function distributionCheck(draws: ArrayLike<number>, cdf: (x: number) => number, falseAlarm: number): Verdict {
  const n = draws.length;
  if (n < 1) throw new RangeError('draws: 0 (allowed: at least 1)');
  const sorted = Float64Array.from(draws).sort();
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i] as number);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  return {
    what: `Kolmogorov-Smirnov distance of ${n} draws`,
    statistic: distance,
    upper: kolmogorovCriticalValue(n, falseAlarm),
  };
}
