import { normalUpperQuantile } from '../special/normal-quantile.js';
import { betaTails, betaWeight } from './beta-tails.js';

/** From here on the expansion of the quantile in 1 / df is exact to a double. */
const manyDegrees = 1e6;

/**
 * The t below which Student's t with `degreesOfFreedom` falls with probability p.
 *
 * Newton's method on the incomplete beta function, monotone from its second step; above 1e6 degrees the Cornish-Fisher expansion
 * (Abramowitz and Stegun 26.7.5). Relative error at most 1e-11. jStat's loses all digits in the tails.
 *
 * @param p Within [0, 1]; 0 gives -Infinity, 1 gives Infinity. Above 1/2 a double resolves p poorly: where the upper tail is
 *   known take {@link studentUpperQuantile}.
 * @param degreesOfFreedom Above 0, not only whole; Infinity is the normal.
 * @throws RangeError when either is outside its range.
 * @example
 * studentQuantile(0.975, 10) // 2.228138851986274
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`probability: ${p} (allowed: 0 to 1)`);
  return p < 0.5 ? -upperQuantile(p, degreesOfFreedom, 0.5 - p) : upperQuantile(1 - p, degreesOfFreedom, p - 0.5);
}

/** The t that Student's t exceeds with probability p: `-studentQuantile(p, df)`, accurate for p as small as a double can be. */
export function studentUpperQuantile(p: number, degreesOfFreedom: number): number {
  return 0 - studentQuantile(p, degreesOfFreedom);
}

/** Beyond this many `sqrt(df)` the tail is `(sqrt(df) / t)^df / (df B(df / 2, 1 / 2))` to a double, and t^2 may overflow. */
const farOut = 1e10;

function logFarScale(df: number): number {
  return Math.log(df) - Math.log(betaWeight(df / 2, 0.5, 0.5, 0.5)) - (df / 2 + 0.5) * Math.LN2;
}

/** For tails up to 1/2; `central` is 1/2 - tail, given apart because it is what is small in the middle. */
function upperQuantile(tail: number, df: number, central: number): number {
  requireDegrees(df);
  if (tail === 0) return Number.POSITIVE_INFINITY;
  if (central === 0) return 0;
  if (df > manyDegrees) return expansion(normalUpperQuantile(tail), df);
  return tail < 0.25 ? outerQuantile(tail, df) : innerQuantile(central, df);
}

/** Newton on ln(tail) as a function of ln t, which is concave: t times density is the weight of the beta distribution. */
function outerQuantile(tail: number, df: number): number {
  if (df < 100) {
    const ratio = Math.exp(-(Math.log(tail) + logFarScale(df)) / df);
    if (ratio > farOut) return Math.sqrt(df) * ratio;
  }
  let logT = Math.log(df > 2 ? normalUpperQuantile(tail) : 1 / tail);
  for (let step = 0; step < 100; step++) {
    const { lower, weight } = tailsAt(Math.exp(logT), df);
    const change = (Math.log(lower / (2 * tail)) * lower) / (2 * weight);
    logT += change;
    if (Math.abs(change) < 1e-13) break;
  }
  return Math.exp(logT);
}

/** Newton on the probability of (0, t), which is concave in t, from the left. */
function innerQuantile(central: number, df: number): number {
  let t = central * 2.5;
  for (let step = 0; step < 100; step++) {
    const { upper, weight } = tailsAt(t, df);
    const change = ((central - upper / 2) / weight) * t;
    t += change;
    if (Math.abs(change) < 1e-13 * t) break;
  }
  return t;
}

function expansion(z: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return z;
  const s = z * z;
  return z * (1 + (s + 1) / (4 * df) + ((5 * s + 16) * s + 3) / (96 * df * df));
}

function tailsAt(t: number, df: number) {
  const ratio = (t / df) * t;
  const x = 1 / (1 + ratio);
  return betaTails(df / 2, 0.5, x, ratio * x);
}

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom: ${df} (allowed: above 0)`);
}
