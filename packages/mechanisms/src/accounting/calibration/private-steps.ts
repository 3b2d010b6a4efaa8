import { jointNoiseMultiplier } from '../joint-noise-multiplier.js';
import type { Composition } from '../privacy-event.js';

/** A training run whose noise or length is asked for, but for the number that is looked for. */
export interface PrivateSteps {
  /** What the whole run, with `extra`, must keep: above 0. */
  readonly epsilon: number;
  /** Inside (0, 1). */
  readonly delta: number;
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

/** All that the run releases. */
export function compositionOf(run: PrivateSteps, noiseMultiplier: number, steps: number): Composition {
  const { samplingRate, beside = [], extra = [] } = run;
  const joint = beside.length === 0 ? noiseMultiplier : jointNoiseMultiplier([noiseMultiplier, ...beside]);
  const step = { kind: 'subsampled-gaussian', samplingRate, noiseMultiplier: joint, count: steps } as const;
  return [step, ...extra];
}
