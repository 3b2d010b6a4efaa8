import type { Limits, NewtonMinimum } from '@dpfair/stats';
import type { Design } from '../../design/design.js';

/** Mean hinge loss + sum of price times squared parameter, within limits. */
export interface HingeProgram {
  readonly design: Design;
  readonly labels: Int8Array;
  /** Of each parameter's square, 0 or more: lambda times its norm. */
  readonly prices: Float64Array;
  readonly limits: Limits;
}

/** The minimum, and what proves it. */
export interface HingeMinimum extends NewtonMinimum {
  /** Slope of each row's loss, by size: 1 where the margin is below 1, 0 above, between them at the corner. */
  readonly duals: Float64Array;
  /** At most so much is the value above the least one, see `judge`. */
  readonly gap: number;
}
