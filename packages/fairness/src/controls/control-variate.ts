/**
 * A control variate: something computed from the same noise whose expectation is known in closed form. Simulation then
 * averages only outcome - control, which varies far less than the outcome.
 */
export interface ControlVariate {
  /** Expected control minus truth, per entity, in the unit of the outcome: closed form. */
  readonly expectedMinusTruth: Float64Array;
  /** Adds outcome - control of one trial to `into`. `noisy` holds the raw noisy counts of the first private role. */
  readonly accumulate: (noisy: Float64Array, outcome: Float64Array, into: Float64Array) => void;
}
