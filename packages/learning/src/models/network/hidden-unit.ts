import type { NonzeroRows } from '../kernels/nonzero-rows.js';

/** What the units of a hidden layer do to their inputs z. Derivatives are given through the activation a itself. */
export interface HiddenUnit {
  /** Sets row `r` of `into` to the units that pass anything on or back, and what they pass on. */
  activate(inputs: Float64Array, width: number, into: NonzeroRows, r: number): void;
  /** Derivative of the activation of an active unit. */
  slope(activation: number): number;
  /** Second derivative over the derivative. */
  bend(activation: number): number;
}
