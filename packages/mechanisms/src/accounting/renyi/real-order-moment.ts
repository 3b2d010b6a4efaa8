// Trefethen, Weideman (2014), "The exponentially convergent trapezoidal rule", Theorem 5.1, on the integral of Mironov, Talwar, Zhang (2019).
import { logSumExp, softPlus } from './log-sum-exp.js';

/**
 * Log moment of the Poisson-subsampled Gaussian at any real order a > 1: `log E (1 + u)^a`, u = q (exp(L) - 1), L = x / z - 1 / (2 z^2),
 * x standard normal; `(a - 1)` times its Renyi divergence.
 *
 * E u = 0, so that it is `log(1 + E((1 + u)^a - 1 - a u))`, with an integrand that is never negative. The integrand is analytic up to the
 * distance pi z from the real line, and the trapezoidal rule of step 0.4 min(1, z) leaves a relative error below 1e-15; what is cut off
 * beyond 9.5 standard deviations is below 1e-18. The series of the paper alternates and loses digits; this does not.
 *
 * For less noise than 0.05 it is the bound `log(1 - q + q exp(a (a - 1) / (2 z^2)))`, by convexity, which is nearly attained there.
 *
 * @param samplingRate q inside (0, 1). @param noiseMultiplier z above 0. @param order a above 1. Takes some 50 + a / z terms, more for z < 1.
 * @example realOrderMoment(0.01, 4, 2) // 0.0000064494...
 */
export function realOrderMoment(samplingRate: number, noiseMultiplier: number, order: number): number {
  const inverse = 1 / noiseMultiplier;
  if (noiseMultiplier < LEAST_NOISE) {
    return softPlus(Math.log(samplingRate) + ((order * (order - 1)) / 2) * inverse ** 2);
  }
  const step = 0.4 * Math.min(1, noiseMultiplier);
  const count = Math.ceil((order * inverse + 2 * REACH) / step);
  const terms = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const x = step * i - REACH;
    terms[i] = logRemainder(samplingRate, inverse * (x - inverse / 2), order) - (x * x) / 2;
  }
  return softPlus(logSumExp(terms) + Math.log(step / Math.sqrt(2 * Math.PI)));
}

/** In standard deviations: what lies beyond is below exp(-45) of the whole. */
const REACH = 9.5;

/** Below, nodes would be too many. */
const LEAST_NOISE = 0.05;

/** `log((1 + u)^a - 1 - a u)`, u = q (exp(loss) - 1). */
function logRemainder(samplingRate: number, loss: number, order: number): number {
  if (loss > 300) return order * softPlus(loss + Math.log(samplingRate));
  const change = samplingRate * Math.expm1(loss);
  if (Math.abs(change) * order < 0.01) return Math.log(binomialTail(change, order));
  const power = order * Math.log1p(change);
  if (power < 40) return Math.log(Math.expm1(power) - order * change);
  return power + Math.log1p(-(1 + order * change) * Math.exp(-power));
}

/** The terms of second and higher order of `(1 + u)^a`, for abs(a u) < 0.01; the eighth is below 1e-15 of them. */
function binomialTail(change: number, order: number): number {
  let term = (order * (order - 1) * change * change) / 2;
  let sum = term;
  for (let k = 3; k < 9; k++) {
    term *= ((order - k + 1) / k) * change;
    sum += term;
  }
  return sum;
}
