import type { Examples } from '@dpfair/result';
import type { RandomStream } from '@dpfair/stats';
import type { ModelDescription } from './model-description.js';

/** A part of the parameters that belongs together: weights and biases of one layer. */
export interface ParameterBlock {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/**
 * A model with everything that training and its analysis ask of it. Parameters are one flat array; layer l holds its weights as
 * inputs x outputs, row after row (so that an input of zero is skipped at no cost), then its biases.
 *
 * Rows are places in the examples, in any order and with repetition; `count` of them are used. What is called a sum is
 * added to `into`, not set.
 */
export interface Model {
  readonly description: ModelDescription;
  readonly parameterCount: number;
  readonly blocks: readonly ParameterBlock[];
  /** Whether the loss is a convex function of the parameters. */
  readonly convex: boolean;

  /** Starting parameters: zeros for linear models, scaled by the inputs of the layer for networks. */
  initial(stream: RandomStream): Float64Array;

  /** Opens a workspace for passes over up to `capacity` rows at a time. */
  open(capacity: number): Pass;

  /**
   * Sum over rows of `weights[k] H_i v`, H_i the Hessian of the loss of example i in the parameters. For ReLU the second
   * derivative of the activation is taken to be 0.
   */
  addHessianVector(
    parameters: Float64Array,
    examples: Examples,
    rows: Int32Array,
    weights: Float64Array,
    vector: Float64Array,
    into: Float64Array,
  ): void;

  /** Sets `out[k]` to `v' H_i v` for each row: the curvature of each example along a direction. */
  curvatures(
    parameters: Float64Array,
    examples: Examples,
    rows: Int32Array,
    vector: Float64Array,
    out: Float64Array,
  ): void;

  /** The same along several directions, `outs[d][k]` along `vectors[d]`, for which each example goes forward once. */
  curvaturesAlong(
    parameters: Float64Array,
    examples: Examples,
    rows: Int32Array,
    vectors: readonly Float64Array[],
    outs: readonly Float64Array[],
  ): void;

  /** Sets `out[k]` to the trace of H_i, exactly (up to rounding) for every model. */
  traces(parameters: Float64Array, examples: Examples, rows: Int32Array, out: Float64Array): void;
}

/** Loss, outputs and gradients of a batch, each example by itself. No gradient of a single example is stored. */
export interface Pass {
  readonly capacity: number;
  /** Runs `rows[from .. from + count)` forward and, unless told otherwise, backward. @throws DpfairError domain, when count is above the capacity. */
  run(
    parameters: Float64Array,
    examples: Examples,
    rows: Int32Array,
    from: number,
    count: number,
    only?: 'forward',
  ): void;
  /** Loss of each example of the last run. */
  readonly losses: Float64Array;
  /** Probabilities of the classes (logistic: of class 1; squared and smooth-hinge: the output itself), count x outputs. */
  readonly outputs: Float64Array;
  /** One array a block: squared Euclidean norm of the gradient of each example in the parameters of that block. */
  readonly squaredNorms: readonly Float64Array[];
  /**
   * Adds the sum over the examples of the last run of `weights[k]` times their gradient to `into`; with a list, one weight array a block.
   * @throws DpfairError domain, when the last run was forward only.
   */
  addGradients(weights: Float64Array | readonly Float64Array[], into: Float64Array): void;
}
