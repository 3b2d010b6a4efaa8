import { productError, quotientError } from '../special/exact-product.js';
import { fallingMoment, risingMoment } from './exponential-moments.js';

// With u = x/b, v = s b, for x >= 0 and Y = (x + eta)_+ / b (theory: integrate the density e^-|y-u| / 2 on each side of u):
//   E e^-vY = e^-u / 2 + (e^-u / 2) integral_0^u e^((1-v) y) dy + e^-uv / (2 (1 + v)),
// all terms positive. Taking e^-uv out for v <= 1 and e^-u out for v > 1 leaves an integral over [0, 1] that cannot overflow.

/** `u = x / b`, with `exp(-u)` free of the rounding of u. */
function expQuotient(x: number, scale: number): number {
  const u = x / scale;
  return Math.exp(-u) * (1 - quotientError(x, scale, u));
}

/** `exp(-s x)` free of the rounding of `s x`. */
function expProduct(s: number, x: number): number {
  const product = s * x;
  return Math.exp(-product) * (1 - productError(s, x, product));
}

/** `log E exp(-s (x + eta)_+)` for eta ~ Laplace(scale): any x, finite s >= 0. */
export function laplaceLogTransform(scale: number, x: number, s: number): number {
  const v = s * scale;
  if (x < 0) return Math.log1p((-0.5 * expQuotient(-x, scale) * v) / (1 + v));
  const u = x / scale;
  const gap = 1 - v;
  if (gap >= 0) return -s * x + Math.log1p(0.5 * v * (u * risingMoment(0, u * gap) - 1 / (1 + v)));
  return -u + Math.log(0.5 + 0.5 * u * fallingMoment(0, -u * gap) + (0.5 * Math.exp(u * gap)) / (1 + v));
}

/** `E exp(-s (x + eta)_+)` for eta ~ Laplace(scale): any x, finite s >= 0. */
export function laplaceTransform(scale: number, x: number, s: number): number {
  const v = s * scale;
  if (x < 0) return 1 - (0.5 * expQuotient(-x, scale) * v) / (1 + v);
  const u = x / scale;
  const gap = 1 - v - productError(s, scale, v);
  if (gap >= 0) return expProduct(s, x) * (1 + 0.5 * v * (u * risingMoment(0, u * gap) - 1 / (1 + v)));
  const rest = 0.5 + 0.5 * u * fallingMoment(0, -u * gap) + (0.5 * Math.exp(u * gap)) / (1 + v);
  return expQuotient(x, scale) * rest;
}

/** `E[(x + eta)_+^order exp(-s (x + eta)_+)]` for eta ~ Laplace(scale): any x, finite s >= 0. */
export function laplaceTransformMoment(scale: number, order: 1 | 2, x: number, s: number): number {
  const v = s * scale;
  const mean = 1 / (1 + v);
  const unit = order === 1 ? scale : scale * scale;
  if (x < 0) return unit * 0.5 * order * expQuotient(-x, scale) * (order === 1 ? mean * mean : mean * mean * mean);
  const u = x / scale;
  const gap = 1 - v - productError(s, scale, v);
  const above = 0.5 * mean * (order === 1 ? u + mean : u * u + 2 * mean * (u + mean));
  const power = order === 1 ? u * u : u * u * u;
  if (gap >= 0) return unit * expProduct(s, x) * (0.5 * power * risingMoment(order, u * gap) + above);
  return unit * expQuotient(x, scale) * (0.5 * power * fallingMoment(order, -u * gap) + Math.exp(u * gap) * above);
}
