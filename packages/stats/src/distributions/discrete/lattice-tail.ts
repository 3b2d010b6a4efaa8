// Midpoint form of the Euler-Maclaurin formula (Abramowitz, Stegun, 25.4.2), derivatives of the Gaussian by Hermite's recurrence.
import { tailIntegral } from '../gaussian-transform.js';

const sqrtTwoPi = 2.5066282746310002;

/** `-(1 - 2^(1 - 2 i)) B_(2i) / (2 i)!` for i = 1 to 9: the remainder after nine terms is below 1e-18 from sigma = 4 on. */
const midpointCoefficients = [
  -0.041666666666666664, 0.0012152777777777778, -3.2035383597883595e-5, 8.202608300264551e-7, -2.0835982071876168e-8,
  5.281609967721337e-10, -1.3380902920268335e-11, 3.389576851489321e-13, -8.585996549822947e-15,
] as const;

/** From this sigma on sums over all whole numbers are integrals, to 1e-130. */
export const SMOOTH_SIGMA = 4;
/** Beyond this w / sigma^2 the terms of a lattice tail fall so fast that they are added up one by one. */
const STEEP = 0.6;

/**
 * Truncated moments of the Gaussian on the whole numbers, stripped of their exponential:
 * `G_k(w) = sum over j >= 0 of j^k exp(-(j^2 + 2 j w) / (2 sigma^2))`, so that `sum over j >= 0 of j^k f(w + j) = f(w) G_k(w)` with
 * `f(t) = exp(-t^2 / (2 sigma^2))`. The counterpart of `scaledTail`.
 *
 * By the Euler-Maclaurin formula around `w - 1/2`, or term by term where sigma is small or the terms fall fast. At most 70 terms.
 * Measured against 50-digit sums: at most 16 ulp.
 *
 * @param order 0, 1 or 2. @param w any real number above -37 sigma; not checked.
 */
export function latticeTail(order: 0 | 1 | 2, sigma: number, w: number): number {
  if (sigma < SMOOTH_SIGMA || w > STEEP * sigma * sigma) return termByTerm(order, sigma, w);
  const z = (w - 0.5) / sigma;
  const inverse = 1 / sigma;
  // f^(n)(a) / f(a) = (-1 / sigma)^n He_n(z): odd ones add to the moment of order 0, even ones take from that of order 1.
  let [zeroth, first, second] = [0, 0, 0];
  let [even, odd, before] = [1, z, 0];
  let power = inverse;
  for (let i = 1; i <= midpointCoefficients.length; i++) {
    const coefficient = midpointCoefficients[i - 1] as number;
    zeroth += coefficient * power * odd;
    first -= coefficient * (2 * i - 1) * power * sigma * even;
    second += coefficient * (2 * i - 1) * (2 * i - 2) * power * sigma * sigma * before;
    before = odd;
    even = z * odd - (2 * i - 1) * even;
    odd = z * even - 2 * i * before;
    power *= inverse * inverse;
  }
  const scale = Math.exp((w - 0.25) * 0.5 * inverse * inverse);
  zeroth += sigma * sqrtTwoPi * tailIntegral(0, z);
  if (order === 0) return scale * zeroth;
  first += sigma * sigma * sqrtTwoPi * tailIntegral(1, z);
  if (order === 1) return scale * (first - 0.5 * zeroth);
  second += sigma ** 3 * sqrtTwoPi * tailIntegral(2, z);
  return scale * (second - first + 0.25 * zeroth);
}

function termByTerm(order: number, sigma: number, w: number): number {
  const half = 0.5 / (sigma * sigma);
  let sum = order === 0 ? 1 : 0;
  for (let j = 1; ; j++) {
    const term = Math.exp(-(j * half) * (j + 2 * w)) * j ** order;
    sum += term;
    if (j > -w && !(term > 1e-18 * sum)) return sum;
  }
}

/** `G_0(w) - G_0(w + length)` for length >= 0: by difference where they differ much, else `1 / sigma^2` times the integral of `G_1`. */
export function latticeTailDrop(sigma: number, w: number, length: number): number {
  const step = length / sigma;
  const reach = 1 + Math.max(w / sigma, 0);
  if (step > 0.5 * reach) return latticeTail(0, sigma, w) - latticeTail(0, sigma, w + length);
  const nodes = step < 2e-3 * reach ? threeNodes : eightNodes;
  const middle = w + 0.5 * length;
  let sum = 0;
  for (const [node, weight] of nodes) {
    const offset = 0.5 * length * node;
    sum += weight * (latticeTail(1, sigma, middle - offset) + latticeTail(1, sigma, middle + offset));
  }
  return (0.5 * length * sum) / (sigma * sigma);
}

/** Halves of Gauss-Legendre rules: node, weight. */
const threeNodes = [
  [0.7745966692414834, 0.5555555555555556],
  [0, 0.4444444444444444],
] as const;
const eightNodes = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.31370664587788727],
  [0.7966664774136267, 0.22238103445337448],
  [0.9602898564975363, 0.10122853629037626],
] as const;
