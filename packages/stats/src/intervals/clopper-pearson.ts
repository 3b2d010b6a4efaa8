import { betaWeight } from './beta-tails.js';
import { type Interval, requireConfidence } from './interval.js';

/**
 * Interval for a probability from `successes` out of `trials`, two-sided with equal tails. It covers at least as often as it says,
 * for every probability: the lower end is the p at which `successes` or more have probability (1 - confidence) / 2, the upper end the p at
 * which `successes` or fewer have it. Ends at 0 for no success and at 1 for no failure.
 *
 * Relative error of each end, and of its distance from 1, about 1e-12. O(sqrt(trials)) for each of some ten Newton steps.
 *
 * Source: Clopper and Pearson (Biometrika 26, 1934), as quantiles of beta distributions.
 *
 * @param successes An integer from 0 to trials.
 * @param trials An integer from 1 to 2^53.
 * @param confidence Within (0, 1).
 * @throws RangeError when an argument is outside its range.
 * @example
 * clopperPearson(0, 10, 0.95) // { lower: 0, upper: 0.3084971078187607 }
 */
export function clopperPearson(successes: number, trials: number, confidence: number): Interval {
  requireConfidence(confidence);
  if (!(Number.isInteger(trials) && trials >= 1))
    throw new RangeError(`trials: ${trials} (allowed: an integer above 0)`);
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`successes: ${successes} (allowed: an integer from 0 to ${trials})`);
  }
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return {
    lower: successes === 0 ? 0 : Math.exp(logBetaQuantile(tail, successes, failures + 1)),
    upper: failures === 0 ? 1 : -Math.expm1(logBetaQuantile(tail, failures, successes + 1)),
  };
}

/**
 * Logarithm of the x below which Beta(a, b) falls with probability `tail`, for integers a and b. There ln(tail) is concave in ln x,
 * and Newton's method comes from the left after its first step.
 */
function logBetaQuantile(tail: number, a: number, b: number): number {
  if (b === 1) return Math.log(tail) / a;
  let logX = Math.log1p(-b / (a + b));
  for (let step = 0; step < 200; step++) {
    const x = Math.exp(logX);
    const y = -Math.expm1(logX);
    const sum = relativeTail(a, b, x / y);
    const lower = (betaWeight(a, b, x, y) * sum) / (a * y);
    const change = (Math.log(tail / lower) * sum) / a;
    logX += change;
    if (Math.abs(change) <= 1e-14 * Math.abs(logX)) break;
  }
  return logX;
}

/**
 * Probability that a binomial of a + b - 1 trials is a or more, over the probability that it is a: a sum of positive terms,
 * which for many trials keeps digits that the continued fraction of the incomplete beta function loses.
 */
function relativeTail(a: number, b: number, odds: number): number {
  let term = 1;
  let sum = 1;
  for (let i = 1; i < b && term > 1e-17 * sum; i++) {
    term *= ((b - i) / (a + i)) * odds;
    sum += term;
  }
  return sum;
}
