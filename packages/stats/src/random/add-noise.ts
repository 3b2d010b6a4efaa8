import { centralQuantile, outerQuantile } from '../special/normal-quantile-formulas.js';
import { negativeExponential } from './deterministic-exp.js';
import { negativeLogOfFraction } from './deterministic-log.js';

/**
 * Writes count + noise into `noisy`, the noise being made of one unit draw per entity. All three are of one length; `noisy` may be `counts`.
 * Simulation only: a release must not make its noise from floating point numbers.
 */
export type NoiseAdder = (counts: Float64Array, unit: Float64Array, noisy: Float64Array) => void;

/** Noise that is a multiple of its unit draw: Laplace, Gaussian. @param spread scale or sigma, in counts. */
export function addScaled(spread: number): NoiseAdder {
  return (counts, unit, noisy) => {
    for (let i = 0; i < noisy.length; i++) noisy[i] = (counts[i] as number) + spread * (unit[i] as number);
  };
}

/**
 * Discrete Laplace noise from unit Laplace draws, by inversion: `P(|k| >= m) = 2 p^m / (1 + p)` is reached where `scale |draw| + shift` reaches
 * m, with `shift = scale log(2 / (1 + p))`, near 1/2. The same draw gives Laplace noise of the same scale within one count.
 * Bit-identical in every engine.
 */
export function addDiscreteLaplace(scale: number): NoiseAdder {
  const shift = scale * negativeLogOfFraction((1 + negativeExponential(1 / scale)) / 2);
  return (counts, unit, noisy) => {
    for (let i = 0; i < noisy.length; i++) {
      const draw = unit[i] as number;
      const size = Math.floor(scale * Math.abs(draw) + shift);
      noisy[i] = (counts[i] as number) + (draw < 0 ? -size : size);
    }
  };
}

/** From this sigma on the first correction of the midpoint rule leaves less than 1e-14 of probability in the wrong place. */
const LARGEST_TABLE = 1024;

/**
 * Discrete Gaussian noise from unit Gaussian draws, by inversion: |k| reaches m where the draw passes the normal quantile of
 * `P(eta >= m)`. These are tabulated once; for large sigma they are `(m - 1/2) / sigma (1 + 1 / (24 sigma^2))`.
 * The same draw gives Gaussian noise of the same sigma within one count. Bit-identical in every engine.
 */
export function addDiscreteGaussian(sigma: number): NoiseAdder {
  if (sigma > LARGEST_TABLE) {
    const scale = sigma / (1 + 1 / (24 * sigma * sigma));
    return (counts, unit, noisy) => {
      for (let i = 0; i < noisy.length; i++) {
        const draw = unit[i] as number;
        const size = Math.floor(scale * Math.abs(draw) + 0.5);
        noisy[i] = (counts[i] as number) + (draw < 0 ? -size : size);
      }
    };
  }
  const cuts = normalCuts(sigma);
  const last = cuts.length - 1;
  return (counts, unit, noisy) => {
    for (let i = 0; i < noisy.length; i++) {
      const draw = unit[i] as number;
      const z = Math.abs(draw);
      let size = Math.min(last, Math.floor(sigma * z + 0.5));
      while (size > 0 && z < (cuts[size] as number)) size--;
      while (size < last && z >= (cuts[size + 1] as number)) size++;
      noisy[i] = (counts[i] as number) + (draw < 0 ? -size : size);
    }
  };
}

/** Beyond this a unit Gaussian draw cannot lie. */
const LARGEST_DRAW = 8.3;

/** Entry m: the z that a standard normal exceeds with probability P(eta >= m), for m from 1 to where z leaves the range of draws. */
function normalCuts(sigma: number): Float64Array {
  const cuts = new Float64Array(Math.ceil(LARGEST_DRAW * sigma) + 3);
  const half = 0.5 / (sigma * sigma);
  const reach = cuts.length + Math.ceil(2 * sigma) + 9;
  const tails = new Float64Array(reach + 2);
  for (let k = reach; k >= 1; k--) tails[k] = (tails[k + 1] as number) + negativeExponential(k * k * half);
  const norm = 1 + 2 * (tails[1] as number);
  for (let m = 1; m < cuts.length; m++) cuts[m] = normalExceeded((tails[m] as number) / norm);
  return cuts;
}

function normalExceeded(p: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  return p > 0.075 ? centralQuantile(0.5 - p) : outerQuantile(Math.sqrt(negativeLogOfFraction(p)));
}
