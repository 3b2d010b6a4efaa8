// Regularised upper incomplete gamma Q(a, x): series DLMF 8.11.4, continued fraction DLMF 8.9.2 (modified Lentz).
import { logGamma } from './log-gamma.js';

/**
 * Logarithm of the regularised upper incomplete gamma function, `log Q(a, x)`: the chance that a gamma variable of
 * shape `a > 0` and scale 1 is above `x >= 0`. It keeps relative accuracy far into the tail, where `1 - P` has none.
 */
export function logGammaTail(a: number, x: number): number {
  if (x <= 0) return 0;
  const logFront = a * Math.log(x) - x - logGamma(a);
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let k = 1; term > sum * 1e-17; k++) {
      term *= x / (a + k);
      sum += term;
    }
    return Math.log1p(-Math.exp(logFront + Math.log(sum)));
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 100_000; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return logFront + Math.log(fraction);
}
