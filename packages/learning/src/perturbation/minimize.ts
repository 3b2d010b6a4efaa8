// Source: Nocedal and Wright, Numerical Optimization (2006), Algorithm 7.1 (line search Newton with conjugate gradients).
import type { Examples } from '@dpfair/result';
import { euclideanNorm, innerProduct } from '@dpfair/stats';
import type { Model } from '../models/model.js';

export interface MinimizeOptions {
  /** lambda of lambda/2 |parameters|^2, at least 0. */
  readonly regularization: number;
  /** A linear term: its inner product with the parameters is added. @default none */
  readonly linear?: Float64Array;
  /** Norm of the gradient at which the minimum counts as reached. @default 1e-10 */
  readonly tolerance?: number;
  /** Newton steps at most. @default 200 */
  readonly mostSteps?: number;
}

/** A minimum of the regularized empirical risk, or how near to one the search came. */
export interface Minimum {
  readonly parameters: Float64Array;
  /** Value of what was minimized. */
  readonly objective: number;
  /** Norm of its gradient: 0 at the minimum of a convex function. */
  readonly gradientNorm: number;
  readonly steps: number;
  /** Whether the gradient is as small as was asked. Not so for separable data without regularization, whose minimum is nowhere. */
  readonly converged: boolean;
}

const CHUNK = 512;
const TOLERANCE = 1e-10;
const MOST_STEPS = 200;

/**
 * Minimizes mean loss + lambda/2 |parameters|^2 (+ a linear term) of a convex model by Newton's method, each step from conjugate gradients
 * on Hessian-vector products, with backtracking. No matrix is stored, and a singular Hessian does no harm: the step stays in its range.
 *
 * There is no typed, maintained package of optimizers that takes Hessian-vector products; the method is short.
 *
 * @param model convex: see `Model.convex`
 * @example
 * minimize(model, examples, { regularization: 0.01 }).gradientNorm // below 1e-10
 */
export function minimize(model: Model, examples: Examples, options: MinimizeOptions): Minimum {
  const { tolerance = TOLERANCE, mostSteps = MOST_STEPS } = options;
  const size = model.parameterCount;
  const objectiveAt = openObjective(model, examples, options);
  let parameters = new Float64Array(size);
  let here = objectiveAt(parameters);
  for (let step = 0; ; step++) {
    const gradientNorm = euclideanNorm(here.gradient);
    if (gradientNorm <= tolerance || step === mostSteps || !Number.isFinite(gradientNorm)) {
      const converged = gradientNorm <= tolerance;
      return { parameters, objective: here.value, gradientNorm, steps: step, converged };
    }
    const direction = newtonDirection(objectiveAt.hessianVector(parameters), here.gradient);
    const slope = innerProduct(direction, here.gradient);
    let length = 1;
    let next = moved(parameters, direction, length);
    let there = objectiveAt(next);
    // What rounding leaves of a decrease is not one: near the minimum the gradient decides.
    const enough = () =>
      there.value <= here.value + 1e-4 * length * slope ||
      (euclideanNorm(there.gradient) < gradientNorm && there.value <= here.value + 1e-14 * Math.abs(here.value));
    while (!enough() && length > 1e-10) {
      length /= 2;
      next = moved(parameters, direction, length);
      there = objectiveAt(next);
    }
    if (!enough()) return { parameters, objective: here.value, gradientNorm, steps: step, converged: false };
    parameters = next;
    here = there;
  }
}

interface Point {
  readonly value: number;
  readonly gradient: Float64Array;
}

function openObjective(model: Model, examples: Examples, { regularization, linear }: MinimizeOptions) {
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const even = new Float64Array(Math.max(CHUNK, examples.rows)).fill(1 / examples.rows);
  const pass = model.open(CHUNK);
  const at = (parameters: Float64Array): Point => {
    const gradient = parameters.map((value, j) => regularization * value + (linear?.[j] ?? 0));
    let value =
      (regularization / 2) * innerProduct(parameters, parameters) + (linear ? innerProduct(linear, parameters) : 0);
    for (let from = 0; from < examples.rows; from += CHUNK) {
      const count = Math.min(CHUNK, examples.rows - from);
      pass.run(parameters, examples, rows, from, count);
      pass.addGradients(even.subarray(0, count), gradient);
      for (let k = 0; k < count; k++) value += (pass.losses[k] as number) / examples.rows;
    }
    return { value, gradient };
  };
  const hessianVector = (parameters: Float64Array) => (vector: Float64Array) => {
    const product = vector.map((value) => regularization * value);
    model.addHessianVector(parameters, examples, rows, even.subarray(0, examples.rows), vector, product);
    return product;
  };
  return Object.assign(at, { hessianVector });
}

/** Minus the inverse Hessian times the gradient, to a residual that shrinks with the gradient; stops where there is no curvature. */
function newtonDirection(hessianVector: (vector: Float64Array) => Float64Array, gradient: Float64Array): Float64Array {
  const direction = new Float64Array(gradient.length);
  const residual = gradient.map((value) => -value);
  let search = residual.slice();
  let square = innerProduct(residual, residual);
  const goal = square * Math.min(0.25, Math.sqrt(square)) ** 2;
  for (let k = 0; k < 2 * gradient.length && square > goal; k++) {
    const product = hessianVector(search);
    const curvature = innerProduct(search, product);
    if (curvature <= 1e-300) return k === 0 ? residual : direction;
    const length = square / curvature;
    for (let j = 0; j < direction.length; j++) {
      direction[j] = (direction[j] as number) + length * (search[j] as number);
      residual[j] = (residual[j] as number) - length * (product[j] as number);
    }
    const next = innerProduct(residual, residual);
    const ratio = next / square;
    search = search.map((value, j) => (residual[j] as number) + ratio * value);
    square = next;
  }
  return direction;
}

const moved = (parameters: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> =>
  new Float64Array(parameters.map((value, j) => value + length * (direction[j] as number)));
