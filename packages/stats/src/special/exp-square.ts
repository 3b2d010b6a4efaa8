/**
 * `factor * exp(rate * x^2)`, without the loss of `x^2` ulps that squaring first would cost: x is split into a head on a grid of
 * 1/4096, whose square is exact, and a small rest. At most 2.5 ulp; a subnormal result is rounded once.
 *
 * @param x Any real number.
 * @param rate 0.5 or -0.5 (a rate that is no power of 2 loses a rounding).
 * @param factor Within [1e-5, 1e5].
 */
export function expSquareTimes(x: number, rate: number, factor: number): number {
  const size = Math.abs(x);
  const head = Math.round(size * 4096) / 4096;
  const exponent = rate * head * head;
  const rest = expm1NearZero(rate * (size - head) * (size + head));
  if (exponent > -680 && exponent < 680) {
    const main = Math.exp(exponent) * factor;
    return main + main * rest;
  }
  if (Number.isNaN(size)) return size;
  if (size >= 60 || exponent > 740) return rate < 0 ? 0 : Number.POSITIVE_INFINITY;
  const root = Math.exp(0.5 * exponent);
  const main = root * factor;
  return root * (main + main * rest);
}

/** `exp(r) - 1` for |r| <= 0.015, all that a rest can be for |x| < 60: the next term is below 1e-17. */
function expm1NearZero(r: number): number {
  return r * (1 + (r / 2) * (1 + (r / 3) * (1 + (r / 4) * (1 + (r / 5) * (1 + (r / 6) * (1 + r / 7))))));
}
