// Source: Nocedal and Wright, Numerical Optimization (2006), section 3.4 (modified Newton) and algorithm 3.1 (backtracking).
import { factorCholesky, solveCholesky } from '../linear/cholesky.js';
import { addMultiple, innerProduct } from '../linear/vectors.js';

/** A function with two derivatives; the second may jump. */
export interface TwiceDifferentiable {
  readonly size: number;
  /** Value at a point, whose gradient goes into `gradient`. Infinity or NaN where it has none: the search turns back. */
  readonly value: (at: Float64Array, gradient: Float64Array) => number;
  /** Puts the lower triangle of the Hessian (size x size, row after row) into `into`, all zeros before. */
  readonly hessian: (at: Float64Array, into: Float64Array) => void;
}

/** When to stop. */
export interface NewtonOptions {
  /** Largest component of the gradient at which a point counts as a minimum. @default 1e-7 */
  readonly tolerance?: number;
  /** Newton steps at most. @default 200 */
  readonly mostSteps?: number;
}

/** Where the search ended. */
export interface NewtonMinimum {
  readonly at: Float64Array;
  readonly value: number;
  /** Largest component of the gradient, by size. */
  readonly gradientNorm: number;
  readonly steps: number;
  /** `minimum` within the tolerance; `steps` used up; `stuck`: no step down was found, rounding hides it. */
  readonly ended: 'minimum' | 'steps' | 'stuck';
}

const ENOUGH = 1e-4;
const SHORTEST = 1e-10;
/** Curvature, relative to the largest, that counts as none. */
const FLAT = 1e-12;

/**
 * A local minimum by Newton's method with a dense Hessian, near which it converges quadratically. Where the Hessian is not positive definite it
 * is shifted along its diagonal until it is; along a direction in which the function is flat the search does not move. O(size^3) a step and
 * what the function takes.
 *
 * @param start Where to begin; left as it is.
 * @throws RangeError where the function is not finite at the start.
 * @example
 * const square = {
 *   size: 1,
 *   value: (at, gradient) => { gradient[0] = 2 * (at[0] - 3); return (at[0] - 3) ** 2; },
 *   hessian: (_, into) => { into[0] = 2; },
 * };
 * Math.fround(minimizeNewton(square, Float64Array.of(0)).at[0]) // 3
 */
export function minimizeNewton(
  objective: TwiceDifferentiable,
  start: Float64Array,
  options: NewtonOptions = {},
): NewtonMinimum {
  const { tolerance = 1e-7, mostSteps = 200 } = options;
  let at = start.slice();
  let gradient = new Float64Array(objective.size);
  let next = new Float64Array(objective.size);
  let nextGradient = new Float64Array(objective.size);
  let value = objective.value(at, gradient);
  if (!Number.isFinite(value)) throw new RangeError(`value at the start: ${value} (allowed: a finite number)`);
  const direction = newtonStep(objective);
  for (let steps = 0; ; steps++) {
    const gradientNorm = largest(gradient);
    if (gradientNorm <= tolerance) return { at, value, gradientNorm, steps, ended: 'minimum' };
    if (steps >= mostSteps) return { at, value, gradientNorm, steps, ended: 'steps' };
    const step = direction(at, gradient);
    const slope = innerProduct(step, gradient);
    for (let length = 1; ; ) {
      next.set(at);
      addMultiple(length, step, next);
      const found = objective.value(next, nextGradient);
      // What rounding leaves of a decrease is none: near the minimum the gradient decides.
      const close = found <= value + 1e-13 * Math.abs(value) && largest(nextGradient) < gradientNorm;
      if (found <= value + ENOUGH * length * slope || close) {
        value = found;
        [at, next] = [next, at];
        [gradient, nextGradient] = [nextGradient, gradient];
        break;
      }
      length *= shortened(value, found, slope * length);
      if (!(length > SHORTEST)) return { at, value, gradientNorm, steps, ended: 'stuck' };
    }
  }
}

/** Where the parabola through what was seen has its minimum, as part of the step, between a tenth and a half. */
function shortened(value: number, found: number, slope: number): number {
  const best = -slope / (2 * (found - value - slope));
  return Number.isFinite(best) ? Math.min(0.5, Math.max(0.1, best)) : 0.1;
}

/**
 * Gives minus the inverse Hessian times the gradient, the Hessian shifted by as little of its diagonal as makes it positive definite.
 *
 * @example
 * const square = { size: 1, value: (at) => (at[0] - 3) ** 2, hessian: (_, into) => { into[0] = 2; } };
 * Math.fround(newtonStep(square)(Float64Array.of(0), Float64Array.of(-6))[0]) // 3
 */
export function newtonStep({ size, hessian }: TwiceDifferentiable) {
  const matrix = new Float64Array(size * size);
  const factor = new Float64Array(size * size);
  const scales = new Float64Array(size);
  return (at: Float64Array, gradient: Float64Array): Float64Array => {
    matrix.fill(0);
    hessian(at, matrix);
    let top = 0;
    for (let i = 0; i < size; i++) top = Math.max(top, Math.abs(matrix[i * size + i] as number));
    // Along a direction without curvature the gradient is rounding, and must not be divided by rounding.
    for (let i = 0; i < size; i++) matrix[i * size + i] = (matrix[i * size + i] as number) + FLAT * top;
    // Unit diagonal: a pivot then tells independence, not units.
    for (let i = 0; i < size; i++) scales[i] = 1 / Math.sqrt(Math.abs(matrix[i * size + i] as number) || 1);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        matrix[i * size + j] = (matrix[i * size + j] as number) * (scales[i] as number) * (scales[j] as number);
      }
    }
    for (let shift = 0; ; shift = shift === 0 ? 1e-12 : shift * (shift < 1e-4 ? 1e4 : 4)) {
      if (shift > 1e6) throw new RangeError('Hessian: not finite (allowed: finite numbers)');
      factor.set(matrix);
      for (let i = 0; i < size; i++) factor[i * size + i] = (factor[i * size + i] as number) + shift;
      if (!factorCholesky(factor, size)) continue;
      const step = gradient.map((value, i) => -value * (scales[i] as number));
      solveCholesky(factor, size, step);
      return step.map((value, i) => value * (scales[i] as number));
    }
  };
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i] as number));
  return most;
}
