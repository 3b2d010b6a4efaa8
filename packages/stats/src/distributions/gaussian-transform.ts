import { productError, quotientError } from '../special/exact-product.js';
import { expSquareTimes } from '../special/exp-square.js';
import { scaledTail } from '../special/scaled-tail.js';

// With z = x/sigma, v = s sigma, w = v - z, R_k(w) = integral_0^inf y^k e^(-wy - y^2/2) dy / sqrt(2 pi) and Y = (x + eta)_+ / sigma:
//   E e^-vY = Phi(-z) + e^(-z^2/2) R_0(w),   E[Y^k e^-vY] = e^(-z^2/2) R_k(w).
// Three regions keep it from overflow and cancellation (D(a, v) = R_0(a) - R_0(a + v)):
//   near: z <= 0, or z <= 1/2 and v <= 1   1 - e^(-z^2/2) D(-z, v)
//   far:  else, w > 0                      e^(-z^2/2) (R_0(z) + R_0(w))
//   bulk: else, w <= 0                     e^(-v (z - v/2)) (1 - e^(-w^2/2) D(-w, v))

const invSqrtTwoPi = 0.3989422804014327;

/** Standard deviations beyond which a tail, 1e-18, no longer changes a sum that starts with 1. */
const negligible = 8.7;

/** R_order(w) for w of either sign, w > -38. */
export function tailIntegral(order: 0 | 1 | 2, w: number): number {
  if (w >= 0) return scaledTail(order, w);
  const whole = expSquareTimes(w, 0.5, 1) - scaledTail(0, -w);
  if (order === 0) return whole;
  return order === 1 ? invSqrtTwoPi - w * whole : (1 + w * w) * whole - w * invSqrtTwoPi;
}

/** `e^(-d^2/2) R_order(-d)` for d >= 0: the moments of the part above 0 of a normal with mean d and s.d. 1; nothing cancels. */
function bulkMoment(order: 1 | 2, d: number): number {
  if (d > negligible) return order === 1 ? d : 1 + d * d;
  const below = expSquareTimes(d, -0.5, scaledTail(0, d));
  const density = expSquareTimes(d, -0.5, invSqrtTwoPi);
  return order === 1 ? d * (1 - below) + density : (1 + d * d) * (1 - below) + d * density;
}

/** `R_0(a) - R_0(a + v)` for a >= -1/2, v >= 0: by difference when v is large, else v times the mean of R_1, by Gauss-Legendre. */
export function tailDrop(a: number, v: number): number {
  const length = 1 + Math.max(a, 0);
  if (v > 0.5 * length) return tailIntegral(0, a) - scaledTail(0, a + v);
  if (v < 2e-3 * length) {
    const reach = 0.3872983346207417 * v;
    const middle = a + 0.5 * v;
    const sides = tailIntegral(1, middle - reach) + tailIntegral(1, middle + reach);
    return (v * (5 * sides + 8 * tailIntegral(1, middle))) / 18;
  }
  const middle = a + 0.5 * v;
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    const reach = 0.5 * v * (nodes[i] as number);
    sum += (weights[i] as number) * (tailIntegral(1, middle - reach) + tailIntegral(1, middle + reach));
  }
  return 0.5 * v * sum;
}

const nodes = Float64Array.of(0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363);
const weights = Float64Array.of(0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626);

/** `w = s sigma - x / sigma`, with the roundings of product and quotient given back. */
function offset(sigma: number, x: number, s: number, z: number, v: number): number {
  return v - z + (productError(s, sigma, v) - quotientError(x, sigma, z));
}

/** `exp(-(s x - (s sigma)^2 / 2))` with the exponent summed in twice the working precision. */
function expDrift(sigma: number, x: number, s: number, v: number): number {
  const linear = s * x;
  const square = v * v;
  const half = 0.5 * square;
  const exponent = linear - half;
  const kept = exponent - linear;
  const rounding = linear - (exponent - kept) - (half + kept);
  const products = productError(s, x, linear) - 0.5 * productError(v, v, square) - v * productError(s, sigma, v);
  return Math.exp(-exponent) * (1 - (rounding + products));
}

/** `log E exp(-s (x + eta)_+)` for eta ~ N(0, sigma^2): any x, finite s >= 0. */
export function gaussianLogTransform(sigma: number, x: number, s: number): number {
  const z = x / sigma;
  const v = s * sigma;
  if (isNear(z, v)) return Math.log1p(-nearComplement(sigma, x, z, v));
  const w = offset(sigma, x, s, z, v);
  if (w > 0) return -0.5 * z * z + Math.log(scaledTail(0, z) + scaledTail(0, w));
  return -0.5 * v * (z - w) + Math.log1p(-bulkComplement(w, v));
}

function isNear(z: number, v: number): boolean {
  return z <= 0 || (z <= 0.5 && v <= 1);
}

/** `e^(-w^2/2) D(-w, v)` for w <= 0, beside which the caller has 1 or v |w|. */
function bulkComplement(w: number, v: number): number {
  return w < -negligible ? 0 : expSquareTimes(w, -0.5, tailDrop(-w, v));
}

/** `1 - E exp(-s (x + eta)_+)` in the near region. */
function nearComplement(sigma: number, x: number, z: number, v: number): number {
  return expSquareTimes(z, -0.5, tailDrop(-z, v)) * (1 - z * quotientError(x, sigma, z));
}

/** `E exp(-s (x + eta)_+)` for eta ~ N(0, sigma^2): any x, finite s >= 0. */
export function gaussianTransform(sigma: number, x: number, s: number): number {
  const z = x / sigma;
  const v = s * sigma;
  if (isNear(z, v)) return 1 - nearComplement(sigma, x, z, v);
  const w = offset(sigma, x, s, z, v);
  if (w <= 0) return expDrift(sigma, x, s, v) * (1 - bulkComplement(w, v));
  return expSquareTimes(z, -0.5, scaledTail(0, z) + scaledTail(0, w)) * (1 - z * quotientError(x, sigma, z));
}

/** `E[(x + eta)_+^order exp(-s (x + eta)_+)]` for eta ~ N(0, sigma^2): any x, finite s >= 0. */
export function gaussianTransformMoment(sigma: number, order: 1 | 2, x: number, s: number): number {
  const z = x / sigma;
  const v = s * sigma;
  const w = offset(sigma, x, s, z, v);
  const unit = order === 1 ? sigma : sigma * sigma;
  if (w <= 0) return unit * expDrift(sigma, x, s, v) * bulkMoment(order, -w);
  return unit * expSquareTimes(z, -0.5, scaledTail(order, w)) * (1 - z * quotientError(x, sigma, z));
}

/** {@link transformRow} for Gaussian noise. */
export function gaussianRow(
  sigma: number,
  counts: Float64Array,
  weights: Float64Array | null,
  t: number,
  logPhi: Float64Array,
  ratio: Float64Array,
): void {
  for (let j = 0; j < counts.length; j++) {
    const x = counts[j] as number;
    const weight = weights === null ? 1 : (weights[j] as number);
    const s = t * weight;
    const z = x / sigma;
    const v = s * sigma;
    const unit = weight * sigma;
    if (isNear(z, v)) {
      const complement = nearComplement(sigma, x, z, v);
      logPhi[j] = Math.log1p(-complement);
      ratio[j] = (weight * gaussianTransformMoment(sigma, 1, x, s)) / (1 - complement);
      continue;
    }
    const w = offset(sigma, x, s, z, v);
    if (w > 0) {
      const sum = scaledTail(0, z) + scaledTail(0, w);
      logPhi[j] = Math.log(sum) - 0.5 * z * z;
      ratio[j] = (unit * scaledTail(1, w)) / sum;
    } else {
      const complement = bulkComplement(w, v);
      logPhi[j] = Math.log1p(-complement) - 0.5 * v * (z - w);
      ratio[j] = (unit * bulkMoment(1, -w)) / (1 - complement);
    }
  }
}
