/**
 * The loss of one example as a function of the outputs of a model before any squashing ("scores"). Arrays hold the examples of a
 * batch one after the other; `at` is where the example begins. The Hessian in the scores is positive semidefinite for all of them.
 */
export interface OutputLoss {
  /** Scores an example has. */
  readonly width: number;
  /** Largest norm that the gradient in the scores can have. */
  readonly gradientBound: number;
  /** Largest eigenvalue that the Hessian in the scores can have. */
  readonly curvatureBound: number;

  /** The loss; sets what the model is said to put out (probabilities, or the score itself) and the gradient in the scores. */
  evaluate(scores: Float64Array, at: number, target: number, outputs: Float64Array, gradient: Float64Array): number;

  /** Sets `into` to the Hessian in the scores times `direction`, after `evaluate` at the same place. */
  hessianVector(at: OutputPoint, direction: Float64Array, into: Float64Array): void;

  /** Trace of the Hessian in the scores, after `evaluate` at the same place. */
  hessianTrace(at: OutputPoint): number;

  /** How many columns the matrix M with `M M' = Hessian in the scores` has. */
  readonly roots: number;
  /** Sets `into` to column `root` of M, after `evaluate` at the same place. */
  hessianRoot(at: OutputPoint, root: number, into: Float64Array): void;
}

/** Where a Hessian is taken: the scores and outputs of an example, and its target. */
export interface OutputPoint {
  readonly scores: Float64Array;
  readonly outputs: Float64Array;
  /** Where the example begins in both, and in the arrays for directions and results. */
  readonly at: number;
  readonly target: number;
}
