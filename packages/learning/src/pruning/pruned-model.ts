import type { PruningMethod } from '@dpfair/result';
import type { GroupSlope } from './group-slopes.js';
import type { MagnitudeMask } from './magnitude-mask.js';

/** The trained model by itself: one element a group. */
export interface TrainedSlopes {
  readonly kind: 'slopes';
  readonly rows: readonly number[];
  readonly losses: Float64Array;
  readonly slopes: readonly (GroupSlope | null)[];
}

/** The model pruned in one way. */
export interface PrunedModel {
  readonly kind: 'pruned';
  readonly method: PruningMethod;
  readonly rate: number;
  readonly mask: MagnitudeMask;
  readonly parameters: Float64Array;
  /** Mean loss of each group. */
  readonly losses: Float64Array;
  readonly accuracy: number;
  readonly accuracies: readonly number[];
}
