import type { Bound, Normaliser } from '@dpfair/result';
import type { ContinuousNoise, NoiseDistribution } from '@dpfair/stats';
import type { Found } from '../bounds/found.js';
import type { ControlVariate } from '../controls/control-variate.js';
import type { AnalyticEstimate } from '../estimate.js';
import type { NoisyCounts } from '../noisy-counts.js';
import type { Stepwise } from '../steps/steps.js';
import type { RareClipping } from './allotment/unseen-clipping.js';

/** What a model is made from: the columns of the decision, its noise, and its outcome without noise. */
export interface ModelInput extends NoisyCounts {
  readonly truth: Float64Array;
}

/** The noise of the count of a private role of an entity; null for none. */
export type NoiseOfCount<Noise extends NoiseDistribution = ContinuousNoise> = (
  role: string,
  entity: number,
) => Noise | null;

/**
 * All that is known of a decision under one post-processing, besides that it can be simulated: one record for each pair.
 * Everything is a function, because it is only computed when it is wanted; what may take long does so in steps.
 */
export interface CellModel {
  /** Bias in closed form or by quadrature. Absent where there is none. */
  readonly exact?: () => Stepwise<AnalyticEstimate>;
  /** Bias by an asymptotic expansion with a stated error. Absent where there is none. */
  readonly series?: () => Stepwise<AnalyticEstimate>;
  /**
   * The same where each count of each entity has noise with a density of its own, or none (null). Absent where there is no such formula.
   */
  readonly exactWith?: (noiseOf: NoiseOfCount) => Stepwise<AnalyticEstimate> | null;
  /** What is known of the denominator of the outcomes; null where nothing is divided. */
  readonly normaliser: () => Normaliser | null;
  /** Outcomes lie between 0 and this; null where they can be negative. */
  readonly largestOutcome: number | null;
  /** The control variate of a simulation; null where there is none that does no harm. */
  readonly control: () => ControlVariate | null;
  /** Where the search for a simplex threshold begins; absent where there is none. */
  readonly simplexStart?: () => number;
  /** Clipping that a short simulation may fail to see; null where there is none, or the control variate holds it. */
  readonly rareClipping: (controlled: boolean) => RareClipping | null;
  /** Bounds that hold whatever the estimator found. @default none */
  readonly bounds?: (found: Found) => readonly Bound[];
}
