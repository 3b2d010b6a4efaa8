import type { Curvature } from '../../src/index.js';

/** Outcomes c_i x_i^2: the Hessian has the single element 2 c_i, whatever the counts are. */
export const squareCurvature = (c: readonly number[]): Curvature => ({
  constant: true,
  trace: () => Float64Array.from(c, (value) => 2 * value),
  sum: () => Float64Array.from(c, (value) => 2 * value),
  product: (_input, entity, vector) => vector.map((value, j) => (j === entity ? 2 * (c[entity] as number) * value : 0)),
});
