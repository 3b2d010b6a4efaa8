import { addMultiple, innerProduct } from '../linear/vectors.js';
import type { ShiftedHessian } from './shifted-hessian.js';

/** `-bound <= normal x <= bound` for each normal. */
export interface Limits {
  readonly normals: readonly Float64Array[];
  /** 0 or more. */
  readonly bound: number;
}

const MOST_SWEEPS = 10_000;

/**
 * The multipliers of the Newton step that keeps to the limits: the minimum d of `gradient d + d H d / 2` with `|normal (x + d)| <= bound` is
 * `-inverse H (gradient + sum multiplier normal)`. The dual of that program is a lasso, `mu M mu / 2 - mu v + bound |mu|_1` with
 * M = normals' inverse H normals and v where the step without limits ends; it is solved by coordinates. Each multiplier has the sign of the
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
  const multipliers = new Float64Array(normals.length);
  const ends = normals.map((normal) => innerProduct(normal, at) + innerProduct(normal, step));
  if (ends.every((end) => Math.abs(end) <= bound)) return multipliers;
  const solved = normals.map((normal) => solve(normal));
  const matrix = normals.map((normal) => solved.map((other) => innerProduct(normal, other)));
  for (let sweep = 0, moved = true; moved && sweep < MOST_SWEEPS; sweep++) {
    moved = false;
    matrix.forEach((row, k) => {
      const own = row[k] as number;
      if (!(own > 0)) return;
      const before = multipliers[k] as number;
      const rest = row.reduce(
        (left, value, j) => (j === k ? left : left - value * (multipliers[j] as number)),
        ends[k] as number,
      );
      const after = (rest - Math.min(bound, Math.max(-bound, rest))) / own;
      multipliers[k] = after;
      if (Math.abs(after - before) > 1e-15 * Math.abs(after)) moved = true;
    });
  }
  return multipliers;
}

/** Adds the multipliers times the normals to a vector. */
export function addNormals({ normals }: Limits, multipliers: Float64Array, into: Float64Array): void {
  normals.forEach((normal, k) => {
    addMultiple(multipliers[k] as number, normal, into);
  });
}

/** How far the point is from the limits, or, where a multiplier holds it back, from the side it should be at. */
export function limitsMissedBy({ normals, bound }: Limits, multipliers: Float64Array, at: Float64Array): number {
  return normals.reduce((most, normal, k) => {
    const found = innerProduct(normal, at);
    const multiplier = multipliers[k] as number;
    const off =
      multiplier === 0 ? Math.max(0, Math.abs(found) - bound) : Math.abs(found - Math.sign(multiplier) * bound);
    return Math.max(most, off);
  }, 0);
}
