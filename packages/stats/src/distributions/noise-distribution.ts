/**
 * What a symmetric, zero-mean noise `eta` is to every estimator, whether it has a density or lives on the whole numbers.
 * Below, `(y)_+ = max(y, 0)`; x is the true count (any real number), `Y = (x + eta)_+` the noisy count clipped at 0, s >= 0 a finite rate.
 * No method allocates; arguments are not checked.
 *
 * `>` and `>=` differ for noise on the whole numbers. By symmetry `P(eta >= x) = cdf(-x)` and `P(eta < x) = survival(-x)`.
 */
interface CommonNoise {
  /** Laplace: the scale b (not the standard deviation). Gaussian: the parameter sigma. In units of the counts. */
  readonly spread: number;
  /** `E eta^2`. */
  readonly variance: number;
  /** `E eta^4`. */
  readonly fourthMoment: number;
  /** `P(eta <= x)`. */
  cdf(x: number): number;
  /** `P(eta > x)`. */
  survival(x: number): number;
  /** Natural logarithm of `P(eta <= x)`, finite where the probability itself underflows. */
  logCdf(x: number): number;
  /** Natural logarithm of `P(eta > x)`, finite where the probability itself underflows. */
  logSurvival(x: number): number;
  /** The least x with `P(eta <= x) >= p`; -Infinity at 0, Infinity at 1, NaN outside [0, 1]. */
  quantile(p: number): number;
  /** The least x with `P(eta > x) <= p`, accurate for tiny p. */
  upperQuantile(p: number): number;
  /** `E[eta^order ; eta > threshold]`, for any threshold. */
  tailMoment(order: 0 | 1 | 2, threshold: number): number;
  /** `E (x + eta)_+`. */
  positivePart(x: number): number;
  /** `E (x + eta)_+ - x = E (x + eta)_-`, the bias of clipping at 0, to full relative accuracy however small. */
  clippingBias(x: number): number;
  /** `log E exp(-s Y)`, to full relative accuracy both where the transform is near 1 and where it underflows. */
  logPositivePartTransform(x: number, s: number): number;
  /** A rate from which on `E[exp(-s Y) ; Y > 0]` is below 1e-17 for a count x, or falls like 1 / s and is below 1e-17 of what it began with. */
  finestRate(x: number): number;
  /** An upper bound of `E[exp(-s Y) ; Y > 0]`, for s > 0. */
  positiveTransformBound(x: number, s: number): number;
  /** `log E exp(rate eta)`, or a little more: it is for upper bounds. Infinity where it does not exist. */
  cumulant(rate: number): number;
}

/** Noise with a density. */
export interface ContinuousNoise extends CommonNoise {
  readonly support: 'real';
  readonly kind: 'laplace' | 'gaussian';
  /** Where panels of a quadrature over the density end, in spreads from its middle; beyond the last there is less than 1e-17 of it. */
  readonly panelEnds: readonly number[];
  /** Density at x. */
  pdf(x: number): number;
  /** Natural logarithm of the density at x. */
  logPdf(x: number): number;
  tailMoment(order: 0 | 1 | 2 | 3 | 4, threshold: number): number;
  /** `E exp(-s Y)`. */
  positivePartTransform(x: number, s: number): number;
  /** `E[Y^order exp(-s Y)]`. */
  positivePartTransformMoment(order: 1 | 2, x: number, s: number): number;
}

/** Noise on the whole numbers. It has no density: what integrates or expands in one cannot be handed this. */
export interface DiscreteNoise extends CommonNoise {
  readonly support: 'integers';
  readonly kind: 'discrete-laplace' | 'discrete-gaussian';
  /** `P(eta = k)`; 0 where k is not a whole number. */
  pmf(k: number): number;
  /** `E[Y exp(-s Y)] / E exp(-s Y)`, also where both underflow. */
  tiltedMean(x: number, s: number): number;
}

/** A symmetric, zero-mean noise. `support` tells what it can be used for. */
export type NoiseDistribution = ContinuousNoise | DiscreteNoise;

/** Refuses a spread that is no spread. */
export function requireSpread(what: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${what}: ${value} (allowed: a finite number above 0)`);
  }
}
