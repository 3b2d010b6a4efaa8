// Canonne, Kamath, Steinke (2020), "The discrete Gaussian for differential privacy", Definition 1.
import { quotientError } from '../../special/exact-product.js';
import { expSquareTimes } from '../../special/exp-square.js';
import { normalQuantile } from '../../special/normal-quantile.js';
import { type DiscreteNoise, requireSpread } from '../noise-distribution.js';
import { discreteGaussianLogTransform, discreteGaussianTiltedMean } from './discrete-gaussian-transform.js';
import { latticeRates } from './discrete-laplace.js';
import { integerQuantiles } from './integer-quantile.js';
import { latticeTail, SMOOTH_SIGMA } from './lattice-tail.js';
import { remember } from './remember.js';

/**
 * Discrete Gaussian noise: `P(k)` in proportion to `exp(-k^2 / (2 sigma^2))` on the whole numbers: the noise of the discrete Gaussian mechanism.
 *
 * @param sigma The parameter in units of the counts, finite and above 0: the standard deviation of the Gaussian that is cut down to the
 * whole numbers, and its own to 1e-8 from sigma = 1 on (a smaller one has less).
 * @throws RangeError for any other sigma.
 * @example
 * discreteGaussian(0.5).pmf(0) // 0.7865707070419479
 */
export function discreteGaussian(sigma: number): DiscreteNoise {
  requireSpread('sigma', sigma);
  const { norm, variance, fourthMoment } = wholeSums(sigma);
  const law = { sigma, norm };
  /** P(eta = k), k whole and not negative. */
  const mass = remember((k) => {
    const z = k / sigma;
    if (!(z < 40)) return Number.isNaN(z) ? z : 0;
    return (expSquareTimes(z, -0.5, 1) * (1 - z * quotientError(k, sigma, z))) / norm;
  }, 40 * sigma);
  /** P(eta >= k) for k >= 1. */
  const tail = remember(
    (k) => (k < 40 * sigma ? mass(k) * latticeTail(0, sigma, k) : Number.isNaN(k) ? k : 0),
    40 * sigma,
  );
  const atLeast = (k: number): number => (k >= 1 ? tail(k) : 1 - tail(1 - k));
  const logAtLeast = (k: number): number =>
    k >= 1 ? -0.5 * (k / sigma) ** 2 - Math.log(norm) + Math.log(latticeTail(0, sigma, k)) : Math.log1p(-tail(1 - k));
  /** `sum over k >= from of k^order P(k)`, from >= 1. */
  const momentFrom = (order: 1 | 2, from: number): number => {
    const own = mass(from);
    if (!(own > 0)) return own;
    const [g0, g1] = [latticeTail(0, sigma, from), latticeTail(1, sigma, from)];
    return own * (order === 1 ? from * g0 + g1 : from * (from * g0 + 2 * g1) + latticeTail(2, sigma, from));
  };
  /** E (eta - x)_+ for x >= 0. */
  const excess = (x: number): number => {
    const k = Math.floor(x) + 1;
    const own = mass(k);
    return own > 0 ? own * ((k - x) * latticeTail(0, sigma, k) + latticeTail(1, sigma, k)) : own;
  };
  return {
    support: 'integers',
    kind: 'discrete-gaussian',
    spread: sigma,
    variance,
    fourthMoment,
    pmf: (k) => (Number.isInteger(k) ? mass(Math.abs(k)) : Number.isNaN(k) ? k : 0),
    cdf: (x) => atLeast(-Math.floor(x)),
    survival: (x) => atLeast(Math.floor(x) + 1),
    logCdf: (x) => logAtLeast(-Math.floor(x)),
    logSurvival: (x) => logAtLeast(Math.floor(x) + 1),
    ...integerQuantiles(atLeast, (p) => -sigma * normalQuantile(p)),
    tailMoment(order, threshold) {
      const k = Math.floor(threshold) + 1;
      if (order === 0) return atLeast(k);
      if (order === 1) return momentFrom(1, Math.max(k, 1 - k));
      return k >= 1 ? momentFrom(2, k) : variance - momentFrom(2, 1 - k);
    },
    positivePart: (x) => (x >= 0 ? x + excess(x) : excess(-x)),
    clippingBias: (x) => (x >= 0 ? excess(x) : excess(-x) - x),
    logPositivePartTransform: (x, s) => discreteGaussianLogTransform(law, x, s),
    tiltedMean: (x, s) => discreteGaussianTiltedMean(law, x, s),
    ...latticeRates(atLeast),
    // Subgaussian with parameter sigma, and for sigma of 4 or more equal to that to 1e-130 (Canonne, Kamath, Steinke, Lemma 8).
    cumulant: (rate) => (rate * sigma) ** 2 / 2,
  };
}

/** N, and the second and fourth moment: those of the Gaussian, to 1e-130, unless sigma is small. */
function wholeSums(sigma: number): { norm: number; variance: number; fourthMoment: number } {
  const variance = sigma * sigma;
  if (sigma >= SMOOTH_SIGMA)
    return { norm: 2.5066282746310002 * sigma, variance, fourthMoment: 3 * variance * variance };
  let [norm, second, fourth] = [0, 0, 0];
  for (let k = Math.ceil(9.5 * sigma) + 1; k >= 1; k--) {
    const term = 2 * Math.exp(-(k * k) / (2 * variance));
    norm += term;
    second += k * k * term;
    fourth += k ** 4 * term;
  }
  norm += 1;
  return { norm, variance: second / norm, fourthMoment: fourth / norm };
}
