import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';

/**
 * Kappa, the square root of the largest `k(x, x)`: of a linear classifier the largest norm of a row, with the constant 1 where there is an
 * intercept that the stability term counts; of a kernel its value at distance 0, with 1 more for such an intercept. O(rows x columns).
 *
 * @param set all rows that the classifier may meet: bounds hold for those.
 * @example
 * const set = { rows: 1, columns: ['a', 'b'], features: Float64Array.of(3, 4) };
 * kappaOf(set, { kernel: null, intercept: 'none' }) // 5
 */
export function kappaOf(
  { rows, columns, features }: Pick<TrainingSet, 'rows' | 'columns' | 'features'>,
  { kernel, intercept }: Pick<StableFairProgram, 'kernel' | 'intercept'>,
): number {
  const constant = intercept === 'penalised' ? 1 : 0;
  if (kernel !== null) {
    const atZero = kernel.kind === 'rbf' ? 1 : kernel.kind === 'multiquadric' ? kernel.c : 1 / kernel.c;
    return Math.sqrt(atZero + constant);
  }
  const width = columns.length;
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let at = row * width; at < (row + 1) * width; at++) square += (features[at] as number) ** 2;
    largest = Math.max(largest, square);
  }
  return Math.sqrt(largest + constant);
}
