/**
 * Log of `P(S >= t)` (order 1) or of `E (S - t)_+` (order 2) for S a sum of independent Laplace variables, by Bromwich inversion:
 * `(1 / 2 pi i) integral of exp(K(z) - z t) / z^order dz`, `K(z) = -sum of log(1 - b_j^2 z^2)`, along a line that crosses the real axis in (0, 1).
 *
 * The crossing c is the saddle point of the whole integrand (Daniels, "Tail probability approximations", 1987), and the line is bent
 * into the hyperbola `z = c + w (cosh(y) - 1) / 2 + i w sinh(y)`, w the width of the saddle, which passes no singularity (they are real) and lets
 * `exp(-z t)` decay, so that one or two terms converge as well as ten thousand. The trapezoid rule in y is then geometric
 * (Trefethen and Weideman, SIAM Review 56, 2014); its step is halved until two results agree to 1e-10.
 *
 * @param scales Laplace scales divided by their largest: within (0, 1], at least one equal to 1.
 * @param t Threshold in the same unit, finite and above 0; for order 2 also 0.
 */
export function logLaplaceSumTail(scales: Float64Array, t: number, order: 1 | 2 = 1): number {
  const c = saddlePoint(scales, t, order);
  let curvature = order / (c * c);
  let logHeight = -c * t;
  const q = new Float64Array(scales.length);
  for (let j = 0; j < scales.length; j++) {
    const b = scales[j] as number;
    const gap = (1 - b * c) * (1 + b * c);
    q[j] = (b * b) / gap;
    curvature += (2 * (q[j] as number) * (1 + b * b * c * c)) / gap;
    logHeight -= Math.log1p(-b * c) + Math.log1p(b * c);
  }
  const width = 1 / Math.sqrt(curvature);
  let step = 0.25;
  let sum = 0.5 * integrand(q, c, width, t, order, 0) + tailSum(q, c, width, t, order, step, step);
  for (let halving = 0; halving < 6; halving++) {
    const refined = sum + tailSum(q, c, width, t, order, 0.5 * step, step);
    const settled = Math.abs(refined - 2 * sum) <= 1e-10 * Math.abs(refined);
    sum = refined;
    step *= 0.5;
    if (settled) break;
  }
  return logHeight + Math.log((step * sum) / Math.PI);
}

/** Sum of the integrand at `first`, `first + step`, ... until four values in a row no longer count. */
function tailSum(
  q: Float64Array,
  c: number,
  width: number,
  t: number,
  order: 1 | 2,
  first: number,
  step: number,
): number {
  let sum = 0;
  let largest = 0;
  let small = 0;
  for (let y = first; y < 60 && small < 4; y += step) {
    const value = integrand(q, c, width, t, order, y);
    sum += value;
    largest = Math.max(largest, Math.abs(value));
    small = Math.abs(value) <= 1e-16 * largest ? small + 1 : 0;
  }
  return sum;
}

/** Imaginary part of `exp(K(z) - K(c) - (z - c) t) z' / z^order` at parameter y. */
function integrand(q: Float64Array, c: number, width: number, t: number, order: 1 | 2, y: number): number {
  const forward = width * Math.sinh(0.5 * y) ** 2;
  const up = width * Math.sinh(y);
  const re = c + forward;
  // (1 - b^2 z^2) / (1 - b^2 c^2) = 1 - q (z^2 - c^2)
  const uRe = forward * (re + c) - up * up;
  const uIm = 2 * re * up;
  let productRe = order === 1 ? 1 : re;
  let productIm = order === 1 ? 0 : up;
  let logScale = 0;
  for (let j = 0; j < q.length; j++) {
    const factorRe = 1 - (q[j] as number) * uRe;
    const factorIm = -(q[j] as number) * uIm;
    const next = productRe * factorRe - productIm * factorIm;
    productIm = productRe * factorIm + productIm * factorRe;
    productRe = next;
    // Far thresholds make the product and exp(-forward t) leave the range of a double in opposite directions.
    if ((j & 15) === 15) {
      const size = Math.abs(productRe) + Math.abs(productIm);
      if (!(size < Number.POSITIVE_INFINITY)) return 0;
      if (size > 1e100 || size < 1e-100) {
        logScale += Math.log(size);
        productRe /= size;
        productIm /= size;
      }
    }
  }
  // z' / (z product) as one complex quotient
  const bottomRe = re * productRe - up * productIm;
  const bottomIm = re * productIm + up * productRe;
  const topRe = 0.5 * up;
  const topIm = width * Math.cosh(y);
  const norm = bottomRe * bottomRe + bottomIm * bottomIm;
  if (!(norm < Number.POSITIVE_INFINITY)) return 0;
  const quotientRe = (topRe * bottomRe + topIm * bottomIm) / norm;
  const quotientIm = (topIm * bottomRe - topRe * bottomIm) / norm;
  return Math.exp(-forward * t - logScale) * (Math.cos(up * t) * quotientIm - Math.sin(up * t) * quotientRe);
}

/** Root in (0, 1) of `K'(c) - t - order/c`, increasing: Newton within a bracket, to three digits, which is all a contour needs. */
function saddlePoint(scales: Float64Array, t: number, order: 1 | 2): number {
  let lower = 0;
  let upper = 1;
  let c = 0.5;
  for (let i = 0; i < 100; i++) {
    let slope = -t - order / c;
    let curvature = order / (c * c);
    for (const b of scales) {
      const gap = (1 - b * c) * (1 + b * c);
      slope += (2 * b * b * c) / gap;
      curvature += (2 * b * b * (1 + b * b * c * c)) / (gap * gap);
    }
    if (slope > 0) upper = c;
    else lower = c;
    let next = c - slope / curvature;
    if (!(next > lower && next < upper)) next = 0.5 * (lower + upper);
    if (Math.abs(next - c) <= 1e-3 * Math.min(c, 1 - c)) return next;
    c = next;
  }
  return c;
}
