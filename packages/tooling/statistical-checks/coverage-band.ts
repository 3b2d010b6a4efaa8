import { binomialBand, type CountBand } from '../critical-values/binomial-band.js';

/**
 * How many of `repetitions` intervals of nominal coverage `nominal` must cover the truth: the exact binomial band at
 * `falseAlarm`. Both ends count: an interval that covers too often is too wide. An interval that is only asymptotically
 * nominal may be allowed a margin by the caller, in the open.
 *
 * @example
 * coverageBand(2000, 0.95, 1e-6); // { lower: 1849, upper: 1944 }
 */
export function coverageBand(repetitions: number, nominal: number, falseAlarm: number): CountBand {
  return binomialBand(repetitions, nominal, falseAlarm);
}
