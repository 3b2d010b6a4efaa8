import type { Kernel } from '../program/program.js';

/**
 * k by the square of the distance of two points.
 *
 * @example
 * kernelOf({ kind: 'rbf', width: 1 })(0) // 1
 */
export function kernelOf(kernel: Kernel): (squaredDistance: number) => number {
  if (kernel.kind === 'rbf') return (square) => Math.exp(-square / kernel.width ** 2);
  const own = kernel.c ** 2;
  return kernel.kind === 'multiquadric' ? (square) => Math.sqrt(square + own) : (square) => 1 / Math.sqrt(square + own);
}

/** Square of the Euclidean distance of row `i` of one table and row `j` of another. */
export function squaredDistance(a: Float64Array, i: number, b: Float64Array, j: number, columns: number): number {
  let sum = 0;
  for (let k = 0; k < columns; k++) sum += ((a[i * columns + k] as number) - (b[j * columns + k] as number)) ** 2;
  return sum;
}
