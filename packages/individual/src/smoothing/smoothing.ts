import type { Seed } from '@dpfair/stats';
import type { Metric } from '../metrics/index.js';

/** Noise that is added to a person before the model answers, so that the answers for near people have near probabilities. */
export interface Smoothing {
  readonly kind: 'laplace' | 'gaussian';
  /** The metric under which every smoothed classifier is individually fair. */
  readonly metric: Metric;
  /** Columns that receive noise, in ascending order: those of a scale above 0. */
  readonly active: Int32Array;
  /** The fixed value at which the model reads each column of scale 0; NaN for columns that receive noise. */
  readonly held: Float64Array;
  /** Scales that the noise is divided by; those of the metric, smaller for Gaussian noise and norms above 2. One per column. */
  readonly noiseScales: Float64Array;
  /** Moments of the radius `||noiseScales o t||`, in the norm of the metric for Laplace noise and in L2 for Gaussian noise. */
  readonly radius: RadiusMoments;

  /**
   * Fills `out`, draw after draw and column after column, with `out.length / columns` draws of the noise; columns of scale 0 get 0.
   * The draws depend on (seed, trial) and their place only, and a longer row begins with the shorter one.
   *
   * @param trial An integer from 0 to 2^53.
   */
  fill(out: Float64Array, seed: Seed, trial: number): void;

  /** Natural logarithm of the density of the noise at `t`, over the columns that receive noise. */
  logDensity(t: ArrayLike<number>): number;

  /**
   * The most by which the answers for two people can differ, in total variation, whatever the model and however many its classes: a bound
   * that is at most D(a, b), rounded up.
   */
  totalVariation(a: ArrayLike<number>, b: ArrayLike<number>, aAt?: number, bAt?: number): number;
}

/** Mean and variance of the radius of the noise. */
export interface RadiusMoments {
  readonly mean: number;
  readonly variance: number;
}

export interface SmoothingOptions {
  /**
   * Column -> the value at which the model always reads it, for each column of scale 0. What the metric does not see the model must not see,
   * and no finite noise hides it. @default none
   */
  readonly held?: ReadonlyMap<string, number>;
}
