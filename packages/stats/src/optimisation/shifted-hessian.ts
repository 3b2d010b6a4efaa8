// Source: Nocedal and Wright, Numerical Optimization (2006), section 3.4 (Hessian modified by a multiple of the identity).
import { factorCholesky, solveCholesky } from '../linear/cholesky.js';
import type { TwiceDifferentiable } from './twice-differentiable.js';

/** Curvature, relative to the largest, that counts as none. */
const FLAT = 1e-12;

/** A Hessian that can be divided by. */
export interface ShiftedHessian {
  /**
   * Takes the Hessian at a point. Gives the shift that made it positive definite, relative to its diagonal: 0 where it is, Infinity where no shift
   * does since it is not finite (`solve` is then of no use).
   */
  readonly take: (at: Float64Array) => number;
  /** Adds this to the diagonal of what was taken, in place of what was added before; gives the shift as `take` does. */
  readonly damp: (by: number) => number;
  /** The inverse times a vector. */
  readonly solve: (vector: Float64Array) => Float64Array;
}

/**
 * Hessians, shifted by as little of their diagonal as makes them positive definite. O(size^3) a point.
 *
 * @example
 * const hessian = shiftedHessian({ size: 1, value: () => 0, hessian: (_, into) => { into[0] = 4; } });
 * hessian.take(Float64Array.of(0));
 * Math.fround(hessian.solve(Float64Array.of(2))[0]) // 0.5
 */
export function shiftedHessian({ size, hessian }: Pick<TwiceDifferentiable, 'size' | 'hessian'>): ShiftedHessian {
  const matrix = new Float64Array(size * size);
  const factor = new Float64Array(size * size);
  const scales = new Float64Array(size);
  let top = 0;
  const take = (at: Float64Array): number => {
    matrix.fill(0);
    hessian(at, matrix);
    top = 0;
    for (let i = 0; i < size; i++) top = Math.max(top, Math.abs(matrix[i * size + i] as number));
    return damp(0);
  };
  const damp = (by: number): number => {
    // Along a direction without curvature the gradient is rounding, and must not be divided by rounding.
    const added = Math.max(by, FLAT * top);
    // Unit diagonal: a pivot then tells independence, not units.
    for (let i = 0; i < size; i++) scales[i] = 1 / Math.sqrt(Math.abs((matrix[i * size + i] as number) + added) || 1);
    for (let shift = 0; ; shift = shift === 0 ? 1e-12 : shift * (shift < 1e-4 ? 1e4 : 4)) {
      if (shift > 1e6) return Number.POSITIVE_INFINITY;
      for (let i = 0; i < size; i++) {
        const scale = scales[i] as number;
        for (let j = 0; j < i; j++)
          factor[i * size + j] = (matrix[i * size + j] as number) * scale * (scales[j] as number);
        factor[i * size + i] = ((matrix[i * size + i] as number) + added) * scale * scale + shift;
      }
      if (factorCholesky(factor, size)) return shift;
    }
  };
  const solve = (vector: Float64Array): Float64Array => {
    const solution = vector.map((value, i) => value * (scales[i] as number));
    solveCholesky(factor, size, solution);
    return solution.map((value, i) => value * (scales[i] as number));
  };
  return { take, damp, solve };
}
