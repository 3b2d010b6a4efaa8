import type { Cause } from '@dpfair/result';
import type { PreparedCell } from '../models/prepared-cell.js';

/** Bias when causes up to some point are at work, with how far it may be off. */
export interface PartialBias {
  readonly bias: Float64Array;
  /** Null where what is left out has no estimate. */
  readonly error: number | null;
}

/** One cause, and the bias once it has been added to those before it. */
export interface Step {
  readonly cause: Cause;
  /**
   * `total`: the bias of the cell itself, which the last step reaches. A function: computed without simulation. A cell: found as the cell
   * itself is, and on the same noise where that is simulated.
   */
  readonly upTo: 'total' | (() => PartialBias) | PreparedCell;
}

/** How the bias of a cell is split: causes are added one after the other, each with what it changes. */
export interface AttributionPlan {
  readonly steps: readonly Step[];
  /** Causes that add exactly nothing. */
  readonly absent: readonly Cause[];
  /** Why it cannot be split; null where it can. */
  readonly reason: string | null;
}
