/** A value with its derivatives by the rates of the groups. */
export interface OfRates {
  readonly value: number;
  readonly slopes: Float64Array;
  /** Rates x rates. */
  readonly curvatures: Float64Array;
}
