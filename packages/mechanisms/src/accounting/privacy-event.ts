/**
 * Gaussian noise on a function of all rows: the whole batch, or a statistic of the whole data.
 * Neighbours: one row is added or removed.
 */
export interface GaussianEvent {
  readonly kind: 'gaussian';
  /** Standard deviation of the noise over the L2 sensitivity of what it is added to: above 0, no unit. */
  readonly noiseMultiplier: number;
  /** How often it was released: a whole number. */
  readonly count: number;
}

/**
 * Gaussian noise on a function of a Poisson sample: every row is in the sample with the same chance, independently of all others, and each of
 * `count` releases draws a sample of its own. Neighbours: one row is added or removed. A batch of fixed size, or an epoch that is shuffled,
 * is another mechanism, and what is computed for this one does not hold for it.
 */
export interface SubsampledGaussianEvent {
  readonly kind: 'subsampled-gaussian';
  /** Chance of a row to be in a sample: above 0, at most 1. */
  readonly samplingRate: number;
  /** Standard deviation of the noise over the L2 sensitivity of what it is added to: above 0, no unit. */
  readonly noiseMultiplier: number;
  /** How many samples were drawn and released from: a whole number. */
  readonly count: number;
}

/** One kind of release, and how often it was made. Plain data: it can be logged beside a run and accounted for later. */
export type PrivacyEvent = GaussianEvent | SubsampledGaussianEvent;

/** All that was released from the same data, each with noise of its own. The order has no meaning; empty is no release at all. */
export type Composition = readonly PrivacyEvent[];
