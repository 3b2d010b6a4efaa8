import { centres, coefficientsPerPiece, firstPiece, order0, order1, order2 } from './scaled-tail-coefficients.js';

const invSqrtTwoPi = 0.3989422804014327;

/**
 * Truncated moments of the standard normal, stripped of their exponential:
 * `r_k(x) = integral over u > 0 of u^k exp(-x u - u^2 / 2) du / sqrt(2 pi)`.
 *
 * `r_0` is half of `erfcx(x / sqrt 2)`, that is survival over `exp(-x^2 / 2)`; `r_1` and `r_2` are what `1 - x m(x)` and
 * `(1 + x^2) m(x) - x` (m = Mills ratio) lose to cancellation when computed as written.
 * Piecewise polynomials up to x = 32, the asymptotic series beyond. Measured: at most 2 ulp.
 * Neither jStat nor simple-statistics has these functions.
 *
 * @param order 0, 1 or 2.
 * @param x At least 0; not checked.
 */
export function scaledTail(order: 0 | 1 | 2, x: number): number {
  if (!(x <= 32)) return asymptotic(order, x);
  const inverse = 1 / (4 + x);
  const piece = Math.min(23, Math.floor(96 * inverse)) - firstPiece;
  const v = ((centres[piece] as number) - x) * inverse;
  const table = order === 0 ? order0 : order === 1 ? order1 : order2;
  const first = piece * coefficientsPerPiece;
  let sum = table[first + coefficientsPerPiece - 1] as number;
  for (let i = first + coefficientsPerPiece - 2; i >= first; i--) sum = sum * v + (table[i] as number);
  return sum;
}

/** `k! / x^(k+1)` times the sum of `(-1)^j (k + 2j)! / (k! 2^j j!) x^(-2j)`: nine terms leave 1e-18 at x = 32. */
function asymptotic(order: 0 | 1 | 2, x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 1;
  for (let j = 9; j >= 1; j--) sum = 1 - (((order + 2 * j) * (order + 2 * j - 1)) / (2 * j)) * square * sum;
  const scale = order === 0 ? inverse : order === 1 ? square : 2 * square * inverse;
  return invSqrtTwoPi * scale * sum;
}
