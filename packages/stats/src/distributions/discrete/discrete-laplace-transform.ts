import { geometricMass, geometricMean } from './truncated-geometric.js';

// With p = e^(-1/b), the first whole number k0 with x + k0 > 0, y0 = x + k0 in (0, 1], q = p e^-s and g = p e^s, for k0 <= 0 and L = -k0:
//   e^(s x) phi = [p^(L+1) e^(s x) + (1 - p) (g + ... + g^L) + (1 - p) / (1 - q)] / (1 + p),
// all terms positive. From that, since probabilities add up to 1,
//   e^(s x) phi - 1 = p / (1 + p) [(e^s - 1) (1 + g + ... + g^(L-1)) + g^L (e^(s y0) - 1) - (1 - e^-s) / (1 - q)].
// For s > 1/b, where g > 1, p^L is taken out instead.

/** `1 - p e^-s`, not cancelled for large b and small s. */
const gap = (scale: number, s: number): number => -Math.expm1(-1 / scale - s);

/** `log E exp(-s (x + eta)_+)` for discrete Laplace noise: any x, finite s >= 0. */
export function discreteLaplaceLogTransform(scale: number, x: number, s: number): number {
  const first = Math.floor(-x) + 1;
  const y0 = x + first;
  const p = Math.exp(-1 / scale);
  if (first >= 1) {
    const lost = (-Math.expm1(-s * y0) * gap(scale, 0) - p * Math.expm1(-s)) / gap(scale, s);
    return Math.log1p((-Math.exp(-first / scale) / (1 + p)) * lost);
  }
  const d = 1 / scale - s;
  if (d >= 0) {
    const rising = Math.expm1(s) * geometricMass(d, -first) + Math.exp(d * first) * Math.expm1(s * y0);
    return -s * x + Math.log1p((p / (1 + p)) * (rising + Math.expm1(-s) / gap(scale, s)));
  }
  const bracket = p + gap(scale, 0) * Math.exp(-s * y0) * fromTheBottom(scale, d, -first, s);
  return first / scale + Math.log(bracket / (1 + p));
}

/** Weights r^i of the atoms y0 + i, r = e^d < 1: those left of x, and the falling rest from x on. */
function fromTheBottom(scale: number, d: number, left: number, s: number): number {
  return geometricMass(-d, left) + Math.exp(d * left) / gap(scale, s);
}

/** `E[Y e^(-s Y)] / E e^(-s Y)`, Y = (x + eta)_+, for discrete Laplace noise: any x, finite s >= 0. */
export function discreteLaplaceTiltedMean(scale: number, x: number, s: number): number {
  const first = Math.floor(-x) + 1;
  const y0 = x + first;
  const p = Math.exp(-1 / scale);
  const rest = gap(scale, s);
  const fallingMean = (p * Math.exp(-s)) / rest;
  const step = gap(scale, 0);
  if (first >= 1) {
    const weight = (Math.exp(-s * y0) * step) / rest;
    const reached = Math.exp(-first / scale) / (1 + p);
    return (reached * weight * (y0 + fallingMean)) / Math.exp(discreteLaplaceLogTransform(scale, x, s));
  }
  const d = 1 / scale - s;
  const left = -first;
  if (d >= 0) {
    const atZero = Math.exp(s * x - (left + 1) / scale);
    const below = left === 0 ? 0 : step * Math.exp(-d) * geometricMass(d, left);
    const above = step / rest;
    const meanBelow = left === 0 ? 0 : x - 1 - geometricMean(d, left);
    return (below * meanBelow + above * (x + fallingMean)) / (atZero + below + above);
  }
  const below = left === 0 ? 0 : geometricMass(-d, left);
  const above = Math.exp(d * left) / rest;
  const meanBelow = left === 0 ? 0 : y0 + geometricMean(-d, left);
  const factor = step * Math.exp(-s * y0);
  return (factor * (below * meanBelow + above * (x + fallingMean))) / (p + factor * (below + above));
}
