/** A function with two derivatives; the second may jump. */
export interface TwiceDifferentiable {
  readonly size: number;
  /** Value at a point, whose gradient goes into `gradient`. Infinity or NaN where it has none: a search turns back. */
  readonly value: (at: Float64Array, gradient: Float64Array) => number;
  /** Puts the lower triangle of the Hessian (size x size, row after row) into `into`, all zeros before. */
  readonly hessian: (at: Float64Array, into: Float64Array) => void;
}
