import { CholeskyDecomposition, Matrix } from 'ml-matrix';

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
  // Rounding may have made the two triangles differ, which the decomposition refuses.
  const symmetric = matrix.map((row, i) =>
    row.map((value, j) => (j > i ? ((matrix[j] as readonly number[])[i] as number) : value)),
  );
  const factors = new CholeskyDecomposition(new Matrix(symmetric));
  if (!factors.isPositiveDefinite()) throw new RangeError('matrix: not positive definite (allowed: positive definite)');
  return factors.solve(Matrix.columnVector([...right])).to1DArray();
}
