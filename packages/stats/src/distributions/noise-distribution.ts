/**
 * A symmetric, zero-mean, continuous noise `eta`, with what an exact estimator needs of it.
 * Below, `(y)_+ = max(y, 0)`; x is the true count (any real number), `Y = (x + eta)_+` the noisy count clipped at 0, s >= 0 a finite rate.
 * No method allocates; arguments are not checked.
 */
export interface NoiseDistribution {
  readonly kind: 'laplace' | 'gaussian';
  /** Laplace: the scale b (not the standard deviation). Gaussian: the standard deviation sigma. In units of the counts. */
  readonly spread: number;
  /** `2 b^2` or `sigma^2`. */
  readonly variance: number;
  /** Density at x. */
  pdf(x: number): number;
  /** Natural logarithm of the density at x. */
  logPdf(x: number): number;
  /** `P(eta <= x)`. */
  cdf(x: number): number;
  /** `P(eta > x)`. */
  survival(x: number): number;
  /** Natural logarithm of `P(eta <= x)`, finite where the probability itself underflows. */
  logCdf(x: number): number;
  /** Natural logarithm of `P(eta > x)`, finite where the probability itself underflows. */
  logSurvival(x: number): number;
  /** The x with `P(eta <= x) = p`; -Infinity at 0, Infinity at 1, NaN outside [0, 1]. */
  quantile(p: number): number;
  /** The x with `P(eta > x) = p`, accurate for tiny p. */
  upperQuantile(p: number): number;
  /** `E[eta^order ; eta > threshold]`, for any threshold. */
  tailMoment(order: 0 | 1 | 2 | 3 | 4, threshold: number): number;
  /** `E (x + eta)_+`. */
  positivePart(x: number): number;
  /** `E (x + eta)_+ - x = E (x + eta)_-`, the bias of clipping at 0, to full relative accuracy however small. */
  clippingBias(x: number): number;
  /** `E exp(-s Y)`. */
  positivePartTransform(x: number, s: number): number;
  /** `log E exp(-s Y)`, to full relative accuracy both where the transform is near 1 and where it underflows. */
  logPositivePartTransform(x: number, s: number): number;
  /** `E[Y^order exp(-s Y)]`. */
  positivePartTransformMoment(order: 1 | 2, x: number, s: number): number;
}

/** Refuses a spread that is no spread. */
export function requireSpread(what: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${what}: ${value} (allowed: a finite number above 0)`);
  }
}
