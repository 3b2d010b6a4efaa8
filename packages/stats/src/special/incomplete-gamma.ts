import { stirlingError } from './stirling-error.js';

const logSqrtTwoPi = 0.9189385332046728;

/**
 * Regularised lower incomplete gamma function, `P(a, x) = integral from 0 to x of t^(a-1) e^-t dt / Gamma(a)`: the cdf of a Gamma(a, 1).
 *
 * Series below x = a + 1, continued fraction above (Gautschi 1979), both times `x^a e^-x / Gamma(a+1)` in Loader's form, whose relative error does
 * not grow with a. jStat's `lowRegGamma` is good to 1e-14 for small a, 1e-10 at
 * a = 200, and has neither an upper tail nor a logarithm.
 * Relative error at most 1e-12 for a within [0.5, 16442], measured, where the result is above 1e-300; O(sqrt a) steps.
 *
 * @param a Shape, above 0 and at most 1e8. @param x At least 0.
 * @throws RangeError for arguments out of range.
 * @example
 * gammaP(1, 2) // 0.8646647167633872
 */
export function gammaP(a: number, x: number): number {
  return lower(a, x) ? Math.exp(logSmaller(a, x)) : 1 - Math.exp(logSmaller(a, x));
}

/** Regularised upper incomplete gamma function, `1 - P(a, x)` without the cancellation: see {@link gammaP}. */
export function gammaQ(a: number, x: number): number {
  return lower(a, x) ? 1 - Math.exp(logSmaller(a, x)) : Math.exp(logSmaller(a, x));
}

/** Natural logarithm of {@link gammaP}, finite where that underflows. */
export function logGammaP(a: number, x: number): number {
  return lower(a, x) ? logSmaller(a, x) : Math.log1p(-Math.exp(logSmaller(a, x)));
}

/** Natural logarithm of {@link gammaQ}, finite where that underflows. */
export function logGammaQ(a: number, x: number): number {
  return lower(a, x) ? Math.log1p(-Math.exp(logSmaller(a, x))) : logSmaller(a, x);
}

/** Whether the series for P is the one that converges well. */
function lower(a: number, x: number): boolean {
  if (!(a > 0 && a <= 1e8)) throw new RangeError(`shape: ${a} (allowed: above 0, at most 1e8)`);
  if (!(x >= 0)) throw new RangeError(`x: ${x} (allowed: at least 0)`);
  return x < a + 1;
}

/** log P below x = a + 1, log Q above. */
function logSmaller(a: number, x: number): number {
  if (x === 0 || x === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const logDensity = -stirlingError(a) - deviance(a, x) - 0.5 * Math.log(a) - logSqrtTwoPi;
  return logDensity + Math.log(x < a + 1 ? series(a, x) : a * continuedFraction(a, x));
}

/** `a log(a / x) + x - a` without the cancellation near x = a: `a (e - log(1 + e))`, e = (x - a) / a. */
function deviance(a: number, x: number): number {
  const e = (x - a) / a;
  if (Math.abs(e) > 0.5) return x - a - a * Math.log(x / a);
  // log(1 + e) = 2 atanh v, v = e / (2 + e): e - log(1 + e) = e v - 2 (v^3 / 3 + v^5 / 5 + ...)
  const v = (x - a) / (x + a);
  const square = v * v;
  let sum = 0;
  for (let k = 37; k >= 3; k -= 2) sum = 1 / k + square * sum;
  return (x - a) * v - 2 * a * v * square * sum;
}

/** `1 + x / (a+1) + x^2 / ((a+1)(a+2)) + ...` */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** `1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / ...))` by Lentz's method. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2 ** -52) break;
  }
  return fraction;
}
