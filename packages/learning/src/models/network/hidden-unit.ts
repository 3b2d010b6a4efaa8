import type { Activation } from '../model-description.js';

/** What a hidden unit does to its input z. Derivatives are given through the activation a itself. */
export interface HiddenUnit {
  activate(input: number): number;
  /** Whether a unit of this input passes anything on or back; what does not is left out of all sums. */
  isActive(input: number): boolean;
  /** Derivative of the activation of an active unit. */
  slope(activation: number): number;
  /** Second derivative over the derivative. */
  bend(activation: number): number;
}

/** ReLU has the derivative 0 at 0, and its second derivative is taken to be 0 everywhere. */
export const hiddenUnits: Readonly<Record<Activation, HiddenUnit>> = {
  relu: {
    activate: (input) => input,
    // NaN is active: a training that went wrong must not look like one at rest.
    isActive: (input) => !(input <= 0),
    slope: () => 1,
    bend: () => 0,
  },
  tanh: {
    activate: Math.tanh,
    isActive: () => true,
    slope: (activation) => (1 - activation) * (1 + activation),
    bend: (activation) => -2 * activation,
  },
};
