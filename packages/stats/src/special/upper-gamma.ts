// Series and Lentz's continued fraction (Numerical Recipes 6.2), with Loader's prefactor (2000), which has no cancellation at any size.
import { deviance } from './deviance.js';
import { stirlingError } from './stirling-error.js';

/**
 * `Q(a, x)`, the regularized upper incomplete gamma function: the probability that a Gamma(a, 1) variable exceeds x, so that the sum of n
 * standard exponentials exceeds x with probability `Q(n, x)`. Relative error about 1e-14 times the logarithm of its size, down to 1e-300.
 *
 * @param a Shape, above 0 and at most 1e6 (the number of steps grows like its root). @param x At least 0.
 * @throws RangeError outside that range.
 * @example
 * upperGamma(1, 2) // 0.13533528323661276
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0 && a <= 1e6))
    throw new RangeError(`shape of the gamma function: ${a} (allowed: above 0 and at most 1e6)`);
  if (!(x >= 0)) throw new RangeError(`argument of the gamma function: ${x} (allowed: at least 0)`);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  // x^a exp(-x) / Gamma(a + 1)
  const weight = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? 1 - weight * series(a, x) : weight * a * continuedFraction(a, x);
}

/** `sum of x^k / ((a + 1) ... (a + k))`. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; ; k++) {
    term *= x / (a + k);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

/** `1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...))` for x of at least a + 1. */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / 1e-300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 1_000_000; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / guard(numerator * d + b);
    c = guard(b + numerator / c);
    const factor = d * c;
    value *= factor;
    if (!(Math.abs(factor - 1) >= 1e-15)) break;
  }
  return value;
}

/** Lentz's device: a denominator is never exactly 0. */
const guard = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
