// Doroshenko, Ghazi, Kamath, Kumar, Manurangsi (2022), "Connect the dots: tighter discrete approximations of privacy loss distributions".
import { gaussLegendre } from '@dpfair/stats';

/** A distribution of the privacy loss log(P / Q) on whole multiples of a step: it is at least as revealing as the one it stands for. */
export interface LossLattice {
  /** Distance of two losses. */
  readonly step: number;
  /** The least loss, in steps. */
  readonly first: number;
  /** Logarithm of the probability under P of loss `step * (first + i)`. */
  readonly logMasses: Float64Array;
  /** Probability under P of what is left out, to be taken for an infinite loss. */
  readonly infinite: number;
}

/** Both directions of one release: a row removed (P is with it), a row added. */
export interface LossPair {
  readonly removed: LossLattice;
  readonly added: LossLattice;
}

/**
 * The privacy loss of Gaussian noise on a Poisson sample, put on a lattice on the safe side: P = (1 - q) N(0, 1) + q N(1/z, 1) from Q = N(0, 1).
 *
 * A loss between two points of the lattice goes to both, in the shares that keep the probability under P and under Q. So the ratio P / Q becomes
 * a mean-preserving spread of what it was, the hockey-stick divergence is kept at the points and is the chord in exp(epsilon) between them, and no
 * delta, composed or not, gets smaller (convex order). The variance of the loss grows by step^2 / 6, where rounding up would shift its mean.
 *
 * @param samplingRate q in (0, 1]. @param noiseMultiplier z above 0. @param reach r: what has a chance of exp(-r^2 / 2) under P or Q is `infinite`.
 */
export function subsampledGaussianLosses(
  samplingRate: number,
  noiseMultiplier: number,
  step: number,
  reach: number,
): LossPair {
  const inverse = 1 / noiseMultiplier;
  const full = (y: number) => inverse * (y - inverse / 2);
  // Without sampling ratios come close to 0, and their distance from 1 says nothing about them.
  const lossAt = (y: number) => (samplingRate === 1 ? full(y) : Math.log1p(samplingRate * Math.expm1(full(y))));
  const placeOf = (loss: number) =>
    noiseMultiplier * (samplingRate === 1 ? loss : Math.log1p(Math.expm1(loss) / samplingRate)) + inverse / 2;
  const above = (y: number, loss: number) =>
    samplingRate === 1
      ? Math.exp(loss) * Math.expm1(full(y) - loss)
      : samplingRate * Math.expm1(full(y)) - Math.expm1(loss);
  const [lowest, highest] = [-reach, farthest(samplingRate, noiseMultiplier, reach)];
  const first = Math.floor(lossAt(lowest) / step);
  const count = Math.max(1, Math.ceil(lossAt(highest) / step) - first);
  const underP = new Float64Array(count + 1);
  const underQ = new Float64Array(count + 1);
  let from = lowest;
  for (let i = 0; i < count; i++) {
    const lower = Math.exp(step * (first + i));
    const width = lower * Math.expm1(step);
    const next = placeOf(step * (first + i + 1));
    const to = i === count - 1 ? highest : Math.max(from, Math.min(next, highest));
    const { mass, moment } = cell(from, to, (y) => above(y, step * (first + i)));
    // Shares of Q that keep its mass and its mean ratio: the rest at the lower point. Of P: each times its ratio.
    const atUpper = Math.min(mass, Math.max(0, moment / width));
    underQ[i] = (underQ[i] as number) + mass - atUpper;
    underP[i] = (underP[i] as number) + (mass - atUpper) * lower;
    underQ[i + 1] = atUpper;
    underP[i + 1] = atUpper * (lower + width);
    from = to;
  }
  // A normal tail is at most half of exp(-r^2 / 2): below under either, above by the noise alone, above by rows that were drawn.
  const infinite = 1.5 * Math.exp(-(reach * reach) / 2);
  return {
    removed: { step, first, logMasses: underP.map(Math.log), infinite },
    added: { step, first: -(first + count), logMasses: underQ.map(Math.log).reverse(), infinite },
  };
}

/** Beyond this place Q has less than exp(-reach^2 / 2) / 2, and so has each of the two parts of P: a row that is seldom drawn needs less. */
export function farthest(samplingRate: number, noiseMultiplier: number, reach: number): number {
  return Math.max(reach, 1 / noiseMultiplier + Math.sqrt(Math.max(0, reach * reach + 2 * Math.log(samplingRate))));
}

const rule = gaussLegendre(3);

/** Pieces no wider than this, in standard deviations, are integrated to some 14 digits. */
const WIDEST = 0.05;

/** Q of a cell, and the integral over it of Q times what the ratio is above its lower point. */
function cell(from: number, to: number, above: (y: number) => number) {
  const pieces = Math.ceil((to - from) / WIDEST);
  const half = (to - from) / pieces / 2;
  let mass = 0;
  let moment = 0;
  for (let piece = 0; piece < pieces; piece++) {
    for (let k = 0; k < 3; k++) {
      const y = from + half * (2 * piece + 1 + (rule.nodes[k] as number));
      const density = half * (rule.weights[k] as number) * Math.exp((-y * y) / 2) * invSqrtTwoPi;
      mass += density;
      moment += density * above(y);
    }
  }
  return { mass, moment };
}

const invSqrtTwoPi = 0.3989422804014327;
