import { jointNoiseMultiplier } from '../joint-noise-multiplier.js';
import type { Composition } from '../privacy-event.js';

/** What a training run releases, but for the noise of its gradients and its length. */
export interface ReleasedSteps {
  /** Chance of a row to be in the batch of a step: above 0, at most 1. At 1 every step is on all rows. */
  readonly samplingRate: number;
  /**
   * Noise multipliers of what each step releases from its batch beside the gradient: the noisy counts of adaptive clipping, say.
   * @default none
   */
  readonly beside?: readonly number[];
  /**
   * What is released from the same data apart from the steps.
   * @default none
   */
  readonly extra?: Composition;
}

/** A training run whose noise or length is asked for, but for the number that is looked for. */
export interface PrivateSteps extends ReleasedSteps {
  /** What the whole run, with `extra`, must keep: above 0. */
  readonly epsilon: number;
  /** Inside (0, 1). */
  readonly delta: number;
}

/**
 * All that a training run releases, as accountants take it: its steps, what each step releases beside its gradient counted as one release with it,
 * and what is released apart from the steps. What `noiseMultiplierFor` and `stepsFor` ask the accountant about.
 *
 * @param noiseMultiplier of the gradients: above 0. @param steps a whole number of at least 1
 * @example
 * compositionOf({ samplingRate: 0.01, beside: [10] }, 1, 500)
 * // [{ kind: 'subsampled-gaussian', samplingRate: 0.01, noiseMultiplier: 0.995..., count: 500 }]
 */
export function compositionOf(run: ReleasedSteps, noiseMultiplier: number, steps: number): Composition {
  const { samplingRate, beside = [], extra = [] } = run;
  const joint = beside.length === 0 ? noiseMultiplier : jointNoiseMultiplier([noiseMultiplier, ...beside]);
  const step = { kind: 'subsampled-gaussian', samplingRate, noiseMultiplier: joint, count: steps } as const;
  return [step, ...extra];
}
