import { factorCholesky, solveCholesky } from './cholesky.js';

/**
 * The x with A x = b, for a symmetric positive definite A, by Cholesky's factors. O(n^3).
 *
 * @param matrix A, symmetric; its lower triangle is read.
 * @param right b.
 * @throws RangeError where A is not positive definite.
 * @example
 * solvePositiveDefinite([[4, 2], [2, 5]], [8, 8]) // [1.5, 1]
 */
export function solvePositiveDefinite(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const factor = Float64Array.from(matrix.flat());
  if (!factorCholesky(factor, matrix.length)) {
    throw new RangeError('matrix: not positive definite (allowed: positive definite)');
  }
  const solution = Float64Array.from(right);
  solveCholesky(factor, matrix.length, solution);
  return [...solution];
}
