import { describe, expect, it } from 'vitest';
import { factorCholesky, solveCholesky } from '../../src/index.js';

/** G G' for a G with entries from -1 to 1: positive definite. */
function gram(size: number): Float64Array {
  const entry = (i: number, k: number) => ((7 * i * i + 3 * k * k + 5 * i * k) % 11) / 11;
  return Float64Array.from({ length: size * size }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < size + 2; k++) sum += entry(Math.floor(at / size), k) * entry(at % size, k);
    return sum;
  });
}

describe("Cholesky's factor of a flat matrix", () => {
  it('times its transpose is the matrix', () => {
    const size = 7;
    const matrix = gram(size);
    const factor = matrix.slice();
    expect(factorCholesky(factor, size)).toBe(true);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        let product = 0;
        for (let k = 0; k <= j; k++) product += (factor[i * size + k] as number) * (factor[j * size + k] as number);
        expect(product).toBeCloseTo(matrix[i * size + j] as number, 13);
      }
    }
  });

  it('solves: the matrix turns the solution into the right side', () => {
    const size = 6;
    const matrix = gram(size);
    const factor = matrix.slice();
    factorCholesky(factor, size);
    const right = Float64Array.of(1, -2, 0, 4, 0.5, 3);
    const solution = right.slice();
    solveCholesky(factor, size, solution);
    right.forEach((value, i) => {
      let back = 0;
      for (let k = 0; k < size; k++) back += (matrix[i * size + k] as number) * (solution[k] as number);
      expect(back).toBeCloseTo(value, 10);
    });
  });

  it.each([
    ['indefinite', [1, 0, 2, 1]],
    ['singular', [1, 0, 1, 1]],
    ['negative', [-1, 0, 0, 1]],
    ['not a number', [Number.NaN, 0, 0, 1]],
  ])('is refused where the matrix is %s', (_, entries) => {
    expect(factorCholesky(Float64Array.from(entries), 2)).toBe(false);
  });
});
