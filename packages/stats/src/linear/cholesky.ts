// Source: Golub and Van Loan, Matrix Computations, 4th edition, algorithm 4.2.2 (row by row), on flat arrays.

/**
 * Replaces the lower triangle of a symmetric matrix by its Cholesky factor L, `A = L L'`. O(n^3 / 6), no allocation.
 *
 * @param matrix size x size, row after row; its lower triangle is read and overwritten.
 * @returns Whether the matrix is positive definite, beyond rounding; where it is not, its contents are of no use.
 * @example
 * const matrix = Float64Array.of(4, 0, 2, 5);
 * factorCholesky(matrix, 2);
 * matrix // [2, 0, 1, 2]
 */
export function factorCholesky(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let rest = matrix[row + j] as number;
      const before = rest;
      for (let k = 0; k < j; k++) rest -= (matrix[row + k] as number) * (matrix[other + k] as number);
      if (j < i) {
        matrix[row + j] = rest / (matrix[other + j] as number);
        continue;
      }
      if (!(rest > ROUNDING * before)) return false;
      matrix[row + i] = Math.sqrt(rest);
    }
  }
  return true;
}

/** A pivot that is smaller than this part of its diagonal element is rounding. */
const ROUNDING = 1e-15;

/**
 * Solves `L L' x = b` in place.
 *
 * @param factor What `factorCholesky` left.
 * @param right b, which becomes x.
 * @example
 * const right = Float64Array.of(8, 8);
 * solveCholesky(Float64Array.of(2, 0, 1, 2), 2, right);
 * right // [1.5, 1]
 */
export function solveCholesky(factor: Float64Array, size: number, right: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (factor[i * size + k] as number) * (right[k] as number);
    right[i] = rest / (factor[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = (right[i] as number) / (factor[i * size + i] as number);
    right[i] = value;
    for (let k = 0; k < i; k++) right[k] = (right[k] as number) - value * (factor[i * size + k] as number);
  }
}
