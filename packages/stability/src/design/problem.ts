import type { Classifier } from '../classifier/classifier.js';
import type { Design } from './design.js';

/** A program in the parameters that the solver moves. */
export interface Problem {
  readonly design: Design;
  /** `||f||^2`, wherever lambda is above 0, is the sum over parameters of norm times square; 0 for an intercept that is free. */
  readonly norms: Float64Array;
  /** `||f||^2`, at any lambda. */
  readonly squaredNorm: (parameters: Float64Array) => number;
  /** Whether rounding hides a part of the program, so that a point that looks like its minimum need not be one. */
  readonly hidden: boolean;
  /** What parameters stand for. */
  readonly classifier: (parameters: Float64Array) => Classifier;
}
