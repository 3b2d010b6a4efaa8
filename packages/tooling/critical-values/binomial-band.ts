// Exact binomial tails, summed from the far end inwards (no normal approximation).
import { logGamma } from './log-gamma.js';
import { requireRate } from './require-rate.js';

/** A band of counts, both ends included. */
export interface CountBand {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The narrowest band of counts with `P(X < lower) <= falseAlarm / 2` and `P(X > upper) <= falseAlarm / 2` for
 * `X ~ Binomial(trials, probability)`. Exact up to rounding; time O(trials).
 *
 * @example
 * binomialBand(2, 0.5, 0.4); // { lower: 0, upper: 2 }: each tail of one count has chance 0.25
 */
export function binomialBand(trials: number, probability: number, falseAlarm: number): CountBand {
  requireRate(falseAlarm);
  if (!(Number.isInteger(trials) && trials >= 1)) throw new RangeError(`trials: ${trials} (allowed: an integer >= 1)`);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability: ${probability} (allowed: 0 to 1)`);
  if (probability === 0) return { lower: 0, upper: 0 };
  if (probability === 1) return { lower: trials, upper: trials };
  const lower = tailEnd(trials, probability, falseAlarm / 2);
  return { lower, upper: trials - tailEnd(trials, 1 - probability, falseAlarm / 2) };
}

/** The largest `k` with `P(X < k) <= rate`. */
function tailEnd(trials: number, probability: number, rate: number): number {
  const logOdds = [Math.log(probability), Math.log1p(-probability)] as const;
  const front = logGamma(trials + 1);
  let below = 0;
  for (let k = 0; k <= trials; k++) {
    const log = front - logGamma(k + 1) - logGamma(trials - k + 1) + k * logOdds[0] + (trials - k) * logOdds[1];
    below += Math.exp(log);
    if (below > rate) return k;
  }
  return trials;
}
