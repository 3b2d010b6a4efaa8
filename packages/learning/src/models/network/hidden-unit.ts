import type { NonzeroRows } from '../kernels/nonzero-rows.js';
import type { Products } from '../kernels/products.js';

/** What the units of a hidden layer do to their inputs z. Derivatives are given through the activation a itself. */
export interface HiddenUnit {
  /** Sets row `r` of `into` to the units that pass anything on or back, and what they pass on. */
  activate(products: Products, inputs: Float64Array, width: number, into: NonzeroRows, r: number): void;
  /** Multiplies what came back to the active units of row `r`, from place `at` on, by their slopes. */
  scaleBySlopes(units: NonzeroRows, r: number, back: Float64Array, at: number): void;
  /** Derivative of the activation of an active unit. */
  slope(activation: number): number;
  /** Second derivative over the derivative. */
  bend(activation: number): number;
}
