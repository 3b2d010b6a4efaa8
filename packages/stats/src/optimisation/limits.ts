import { addMultiple, innerProduct } from '../linear/vectors.js';
import { lassoOf } from './lasso.js';
import type { ShiftedHessian } from './shifted-hessian.js';

/** `-bound <= normal x <= bound` for each normal. */
export interface Limits {
  readonly normals: readonly Float64Array[];
  /** 0 or more. */
  readonly bound: number;
}

/**
 * The multipliers of the Newton step that keeps to the limits: the minimum d of `gradient d + d H d / 2` with `|normal (x + d)| <= bound` is
 * `-inverse H (gradient + sum multiplier normal)`. The dual of that program is a lasso, `mu M mu / 2 - mu v + bound |mu|_1` with
 * M = normals' inverse H normals and v where the step without limits ends; `lassoOf` solves it. Each multiplier has the sign of the
 * side it holds back, and is 0 inside the limits.
 *
 * @param solve The inverse Hessian times a vector.
 * @param step Minus the inverse Hessian times the gradient.
 */
export function limitMultipliers(
  { normals, bound }: Limits,
  solve: ShiftedHessian['solve'],
  at: Float64Array,
  step: Float64Array,
): Float64Array {
  const ends = normals.map((normal) => innerProduct(normal, at) + innerProduct(normal, step));
  if (ends.every((end) => Math.abs(end) <= bound)) return new Float64Array(normals.length);
  const solved = normals.map((normal) => solve(normal));
  const matrix = normals.map((normal) => solved.map((other) => innerProduct(normal, other)));
  return lassoOf(matrix, ends, bound);
}

/** Adds the multipliers times the normals to a vector. */
export function addNormals({ normals }: Limits, multipliers: Float64Array, into: Float64Array): void {
  normals.forEach((normal, k) => {
    addMultiple(multipliers[k] as number, normal, into);
  });
}

/**
 * How far the point is outside of the limits, or, where a multiplier holds it at a side, from that side: times the multiplier if that is below 1,
 * for this is what the value may be above the least one.
 */
export function limitsMissedBy({ normals, bound }: Limits, multipliers: Float64Array, at: Float64Array): number {
  return normals.reduce((most, normal, k) => {
    const found = innerProduct(normal, at);
    const multiplier = multipliers[k] as number;
    const slack = Math.abs(found - Math.sign(multiplier) * bound);
    return Math.max(most, Math.abs(found) - bound, Math.min(1, Math.abs(multiplier)) * slack);
  }, 0);
}
