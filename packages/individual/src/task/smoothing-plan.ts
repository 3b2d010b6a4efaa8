import type { Seed } from '@dpfair/stats';
import type { NoiseSharing } from '../guarantee/index.js';
import type { Metric } from '../metrics/index.js';
import { gaussianSmoothing, laplaceSmoothing, type Smoothing } from '../smoothing/index.js';

/** How many draws a point gets: the same number for each, or as many as its own answers ask for (see `smoothUntil`). */
export type Draws =
  | {
      readonly kind: 'fixed';
      readonly samples: number;
      /** See `fresh` of `smooth`; only where no draws select a class. @default false */
      readonly fresh?: boolean;
    }
  | {
      readonly kind: 'adaptive';
      /** The epsilon that is wanted, within (0, 1). */
      readonly excess: number;
      /** The delta that is wanted, at least 1e-9 and below 1. */
      readonly delta: number;
      readonly scope: 'each-pair' | 'all-pairs';
      /** Draws for one point after which it is given up. */
      readonly maxSamples: number;
    };

/** All that decides what smoothing gives, as plain data that can be sent to a thread. `Model` is what the model is opened from. */
export interface SmoothingPlan<Model> {
  readonly model: Model;
  /** How many classes the model has, 2 or more. */
  readonly classes: number;
  /** Rows of the metric's columns, finite. */
  readonly points: Float64Array;
  readonly metric: Metric;
  readonly kind: Smoothing['kind'];
  /** Column -> the value at which the model always reads it, for each column of scale 0. */
  readonly held: ReadonlyMap<string, number>;
  readonly noise: NoiseSharing;
  readonly draws: Draws;
  /** Draws of their own that select a class; 0 where none is selected. */
  readonly selectSamples: number;
  readonly seed: Seed;
}

/** The smoothing that a plan speaks of. @throws DpfairError as `laplaceSmoothing` and `gaussianSmoothing` */
export function smoothingOf<Model>({
  kind,
  metric,
  held,
}: Pick<SmoothingPlan<Model>, 'kind' | 'metric' | 'held'>): Smoothing {
  return (kind === 'laplace' ? laplaceSmoothing : gaussianSmoothing)(metric, { held });
}
