/** A value with its derivatives by relative changes of the rates of the groups, which stay finite where a rate underflows. */
export interface OfRates {
  readonly value: number;
  /** Derivative by a rate, times the rate. */
  readonly slopes: Float64Array;
  /** Second derivative by two rates, times both; rates x rates. */
  readonly curvatures: Float64Array;
}
