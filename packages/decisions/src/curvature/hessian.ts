import type { DecisionInput } from '../decision.js';
import type { Curvature } from './curvature.js';

/** Beyond this many entities a full matrix is refused: the product with a vector does the same without one. */
export const LARGEST_HESSIAN = 2_000;

/**
 * The Hessian of the outcome of one entity as a full matrix, row by row: element (j, l) is at j n + l. O(n^2).
 *
 * @throws RangeError above 2,000 entities.
 * @example
 * hessian(allotmentCurvature, { counts: { count: Float64Array.of(1, 3) }, fixed: {} }, 0) // [-0.09375, -0.03125, -0.03125, 0.03125]
 */
export function hessian(curvature: Curvature, input: DecisionInput, entity: number): Float64Array {
  const n = Object.values(input.counts)[0]?.length ?? 0;
  if (n > LARGEST_HESSIAN) {
    throw new RangeError(`entities of a full Hessian: ${n} (allowed: at most ${LARGEST_HESSIAN})`);
  }
  const matrix = new Float64Array(n * n);
  const unit = new Float64Array(n);
  for (let l = 0; l < n; l++) {
    unit[l] = 1;
    // Symmetric, so that columns are rows.
    matrix.set(curvature.product(input, entity, unit), l * n);
    unit[l] = 0;
  }
  return matrix;
}
