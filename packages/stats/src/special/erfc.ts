import { expSquareTimes } from './exp-square.js';
import { scaledTail } from './scaled-tail.js';

/**
 * Complementary error function, `2 / sqrt(pi)` times the integral of `exp(-u^2)` from x to infinity: any real x, at most 4 ulp
 * (in the subnormal range, x > 26.5, of one more rounding). jStat's erfc is off by 1e-9 of itself at x = 4 and is 0 from x = 6.
 *
 * @example
 * erfc(5) // 1.537459794428035e-12
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return expSquareTimes(x, -1, 2 * scaledTail(0, x * Math.SQRT2));
}

/**
 * Scaled complementary error function, `exp(x^2) erfc(x)`: at most 4 ulp. For x < 0 it grows as `2 exp(x^2)` and is infinite below -26.64.
 */
export function erfcx(x: number): number {
  const right = 2 * scaledTail(0, Math.abs(x) * Math.SQRT2);
  return x < 0 ? expSquareTimes(x, 1, 2) - right : right;
}
