// Mironov, Talwar, Zhang (2019), "Renyi differential privacy of the sampled Gaussian mechanism", section 3.3.
import { logSumExp, softPlus } from './log-sum-exp.js';

/**
 * Log moment of the Poisson-subsampled Gaussian at a whole order: `(order - 1)` times its Renyi divergence,
 * `log of the sum over k of C(order, k) (1 - q)^(order - k) q^k exp((k^2 - k) / (2 z^2))`.
 * The binomial weights add up to 1, so that 1 is taken from each exponential: every term is positive and small moments keep all digits.
 *
 * @param samplingRate q inside (0, 1). @param noiseMultiplier z above 0. @param order a whole number of at least 2. Takes `order` terms.
 * @example wholeOrderMoment(0.01, 4, 2) // 0.0000064494...
 */
export function wholeOrderMoment(samplingRate: number, noiseMultiplier: number, order: number): number {
  const logOdds = Math.log(samplingRate) - Math.log1p(-samplingRate);
  const terms = new Float64Array(order - 1);
  let logWeight = order * Math.log1p(-samplingRate) + Math.log(order) + logOdds;
  for (let k = 2; k <= order; k++) {
    logWeight += Math.log((order - k + 1) / k) + logOdds;
    terms[k - 2] = logWeight + logExpMinusOne((k * (k - 1)) / (2 * noiseMultiplier ** 2));
  }
  return softPlus(logSumExp(terms));
}

function logExpMinusOne(x: number): number {
  return x > 40 ? x : Math.log(Math.expm1(x));
}
