import { factorCholesky, solveCholesky } from '../linear/cholesky.js';
import { addMultiple, innerProduct } from '../linear/vectors.js';
import type { ShiftedHessian } from './shifted-hessian.js';

/** `-bound <= normal x <= bound` for each normal. */
export interface Limits {
  readonly normals: readonly Float64Array[];
  /** 0 or more. */
  readonly bound: number;
}

const MOST_SWEEPS = 10_000;
/** Sweeps after which the multipliers that are not 0 are solved for at once. */
const POLISHED = 20;

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
    if (moved && sweep % POLISHED === POLISHED - 1) moved = !polished(matrix, ends, bound, multipliers);
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

/** Solves for the multipliers that are not 0, their signs given; says whether they keep them and the others rightly are 0. */
function polished(
  matrix: readonly (readonly number[])[],
  ends: readonly number[],
  bound: number,
  multipliers: Float64Array,
): boolean {
  const held = ends.map((_, k) => k).filter((k) => multipliers[k] !== 0);
  const size = held.length;
  const factor = new Float64Array(size * size);
  held.forEach((k, i) => {
    held.forEach((j, at) => {
      factor[i * size + at] = (matrix[k]?.[j] as number) * (i === at ? 1 + 1e-14 : 1);
    });
  });
  const right = Float64Array.from(held, (k) => (ends[k] as number) - bound * Math.sign(multipliers[k] as number));
  if (!factorCholesky(factor, size)) return false;
  solveCholesky(factor, size, right);
  // With a bound of 0 either sign is right.
  if (bound > 0 && held.some((k, i) => (right[i] as number) * (multipliers[k] as number) <= 0)) return false;
  const tried = new Float64Array(multipliers.length);
  held.forEach((k, i) => {
    tried[k] = right[i] as number;
  });
  const allowed = bound + 1e-12 * ends.reduce((most, end) => Math.max(most, Math.abs(end)), 0);
  const within = matrix.every((row, k) => {
    const left = row.reduce((rest, value, j) => rest - value * (tried[j] as number), ends[k] as number);
    return Math.abs(left) <= allowed;
  });
  if (within) multipliers.set(tried);
  return within;
}
