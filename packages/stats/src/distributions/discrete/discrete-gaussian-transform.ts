import { expSquareTimes } from '../../special/exp-square.js';
import { latticeTail, latticeTailDrop, SMOOTH_SIGMA } from './lattice-tail.js';

// With f(t) = e^(-t^2 / (2 sigma^2)), N its sum over the whole numbers, the first k0 with x + k0 > 0, y0 = x + k0 in (0, 1], w = k0 + s sigma^2:
//   E[Y^m e^-sY ; Y > 0] = e^(-s y0) f(k0) / N  sum over j >= 0 of (y0 + j)^m e^(-(j^2 + 2 j w) / (2 sigma^2)).
// As for the Gaussian itself, three regions keep it from overflow and cancellation:
//   near: 1 - E[1 - e^-sY];  far: both parts over f(k0);  bulk (w <= 0): e^(-s x + s^2 sigma^2 / 2) less what the lattice below 0 adds.
// For small sigma sums are taken term by term.

/** The Gaussian on the whole numbers: sigma and the sum N of `exp(-k^2 / (2 sigma^2))`. */
export interface LatticeGaussian {
  readonly sigma: number;
  readonly norm: number;
}

/** Standard deviations beyond which terms no longer count. */
const REACH = 9.5;

/** `log E exp(-s (x + eta)_+)` for discrete Gaussian noise: any x, finite s >= 0. */
export function discreteGaussianLogTransform(law: LatticeGaussian, x: number, s: number): number {
  const { sigma, norm } = law;
  const first = Math.floor(-x) + 1;
  const y0 = x + first;
  if (sigma < SMOOTH_SIGMA) return logTransformByTerms(law, x, s);
  const shift = s * sigma * sigma;
  if (isNear(sigma, first, s)) return Math.log1p(-nearComplement(law, first, y0, s, shift));
  const w = first + shift;
  if (w > 0) {
    const z = first / sigma;
    return -0.5 * z * z - Math.log(norm) + Math.log(farSum(sigma, first, y0, s, w));
  }
  const v = s * sigma;
  return -s * x + 0.5 * v * v + Math.log1p(-bulkComplement(law, first, y0, s, w, shift));
}

/** `E[Y e^(-s Y)] / E e^(-s Y)`, Y = (x + eta)_+, for discrete Gaussian noise: any x, finite s >= 0. */
export function discreteGaussianTiltedMean(law: LatticeGaussian, x: number, s: number): number {
  const { sigma, norm } = law;
  const first = Math.floor(-x) + 1;
  const y0 = x + first;
  if (sigma < SMOOTH_SIGMA) return tiltedMeanByTerms(law, x, s);
  const shift = s * sigma * sigma;
  const w = first + shift;
  const above = () => Math.exp(-s * y0) * (y0 * latticeTail(0, sigma, w) + latticeTail(1, sigma, w));
  if (isNear(sigma, first, s)) {
    return (expSquareTimes(first / sigma, -0.5, 1 / norm) * above()) / (1 - nearComplement(law, first, y0, s, shift));
  }
  if (w > 0) return above() / farSum(sigma, first, y0, s, w);
  const below = (1 - y0) * latticeTail(0, sigma, 1 - w) + latticeTail(1, sigma, 1 - w);
  const mean = x - shift + gauss(sigma, 1 - w) * (below / norm);
  return mean / (1 - bulkComplement(law, first, y0, s, w, shift));
}

const isNear = (sigma: number, first: number, s: number) => first >= 0 || (first > -0.5 * sigma && s * sigma <= 1);

const gauss = (sigma: number, t: number) => expSquareTimes(t / sigma, -0.5, 1);

/** `E[1 - e^(-s Y)]`. */
function nearComplement({ sigma, norm }: LatticeGaussian, first: number, y0: number, s: number, shift: number): number {
  const own = -Math.expm1(-s * y0) * latticeTail(0, sigma, first);
  return gauss(sigma, first) * ((own + Math.exp(-s * y0) * latticeTailDrop(sigma, first, shift)) / norm);
}

/** `E e^(-s Y)` over f(k0) / N, for k0 < 0 < w. */
function farSum(sigma: number, first: number, y0: number, s: number, w: number): number {
  const atZero = Math.exp((first - 0.5) / (sigma * sigma)) * latticeTail(0, sigma, 1 - first);
  return atZero + Math.exp(-s * y0) * latticeTail(0, sigma, w);
}

/** `1 - e^(s x - s^2 sigma^2 / 2) E e^(-s Y)`, for w <= 0. */
function bulkComplement(
  { sigma, norm }: LatticeGaussian,
  first: number,
  y0: number,
  s: number,
  w: number,
  shift: number,
): number {
  const t = 1 - w;
  if (t > REACH * sigma) return 0;
  const rest = -Math.expm1(-s * (1 - y0)) * latticeTail(0, sigma, 1 - first);
  return gauss(sigma, t) * ((latticeTailDrop(sigma, t, shift) + rest) / norm);
}

function logTransformByTerms({ sigma, norm }: LatticeGaussian, x: number, s: number): number {
  const half = 0.5 / (sigma * sigma);
  const first = Math.floor(-x) + 1;
  const reach = reachOf(sigma);
  const start = Math.max(first, -reach);
  const terms = Math.max(first, 0) + reach - start;
  let complement = 0;
  for (let i = 0; i <= terms; i++)
    complement -= Math.exp(-((start + i) ** 2) * half) * Math.expm1(-s * (x + start + i));
  complement /= norm;
  if (complement < 0.5) return Math.log1p(-complement);
  const { peak, sum } = tiltedSums(sigma, x, s);
  return peak - Math.log(norm) + Math.log(sum);
}

function tiltedMeanByTerms({ sigma }: LatticeGaussian, x: number, s: number): number {
  const { sum, moment } = tiltedSums(sigma, x, s);
  return moment / sum;
}

const reachOf = (sigma: number) => Math.ceil(REACH * sigma) + 2;

/** Sums over the whole numbers of `e^(-k^2 / (2 sigma^2) - s Y)`, and of these times Y, both over e^peak. */
function tiltedSums(sigma: number, x: number, s: number): { peak: number; sum: number; moment: number } {
  const half = 0.5 / (sigma * sigma);
  const first = Math.floor(-x) + 1;
  const reach = reachOf(sigma);
  const exponent = (k: number) => -k * k * half - s * (x + k);
  const center = Math.max(first, Math.round(-s * sigma * sigma));
  // The largest of those that are clipped, where Y is 0.
  const clipped = Math.min(first - 1, 0);
  const peak = Math.max(exponent(center), -clipped * clipped * half);
  let [sum, moment] = [0, 0];
  for (let i = -Math.min(reach, center - first); i <= reach; i++) {
    const term = Math.exp(exponent(center + i) - peak);
    sum += term;
    moment += (x + center + i) * term;
  }
  for (let i = -reach; i <= Math.min(reach, first - 1 - clipped); i++)
    sum += Math.exp(-((clipped + i) ** 2) * half - peak);
  return { peak, sum, moment };
}
