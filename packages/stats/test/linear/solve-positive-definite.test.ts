import { describe, expect, it } from 'vitest';
import { solvePositiveDefinite } from '../../src/index.js';

describe('solving with a positive definite matrix', () => {
  it('gives what the matrix turns into the right side', () => {
    const matrix = [
      [7, 2, -1],
      [2, 5, 0.5],
      [-1, 0.5, 3],
    ];
    const solution = solvePositiveDefinite(matrix, [1, -4, 2.5]);
    const back = matrix.map((row) => row.reduce((sum, value, k) => sum + value * (solution[k] as number), 0));
    [1, -4, 2.5].forEach((value, k) => {
      expect(back[k]).toBeCloseTo(value, 13);
    });
  });

  it('refuses a matrix that is not positive definite', () => {
    const indefinite = [
      [1, 2],
      [2, 1],
    ];
    expect(() => solvePositiveDefinite(indefinite, [1, 1])).toThrow(/not positive definite/);
  });
});
