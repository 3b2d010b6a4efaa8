// Source: Lawson and Hanson, Solving Least Squares Problems (1974), chapter 23 (NNLS), on coefficients with signs; few coefficients.
import { factorCholesky, solveCholesky } from '../linear/cholesky.js';

/**
 * The minimum of `x M x / 2 - x v + bound |x|_1` for a positive semidefinite M: coefficients that are not 0 are solved for at once, one comes in
 * where the slope is steepest, and those that would change their sign go out.
 *
 * @param matrix M.
 * @param right v.
 * @param bound 0 or more.
 * @example
 * lassoOf([[2, 0], [0, 1]], [5, 0.5], 1).map(Math.round) // [2, 0]
 */
export function lassoOf(matrix: readonly (readonly number[])[], right: readonly number[], bound: number): Float64Array {
  const count = right.length;
  const found = new Float64Array(count);
  const signs = new Int8Array(count);
  const small = 1e-12 * right.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < 50 + 10 * count; round++) {
    let steepest = -1;
    let most = small;
    let sign = 0;
    matrix.forEach((row, k) => {
      if (signs[k] !== 0 || !((row[k] as number) > 0)) return;
      const slope = row.reduce((rest, value, j) => rest - value * (found[j] as number), right[k] as number);
      if (Math.abs(slope) - bound <= most) return;
      most = Math.abs(slope) - bound;
      steepest = k;
      sign = Math.sign(slope);
    });
    if (steepest < 0) break;
    signs[steepest] = sign;
    settle(matrix, right, bound, found, signs);
  }
  return found;
}

/** Moves to the minimum over the coefficients that have a sign, dropping those that reach 0 on the way. */
function settle(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  bound: number,
  found: Float64Array,
  signs: Int8Array,
): void {
  for (;;) {
    const held = right.map((_, k) => k).filter((k) => signs[k] !== 0);
    const target = solved(matrix, right, bound, held, signs);
    let part = 1;
    held.forEach((k, i) => {
      const own = found[k] as number;
      const to = target[i] as number;
      if (to * (signs[k] as number) <= 0) part = Math.min(part, own === to ? 0 : own / (own - to));
    });
    held.forEach((k, i) => {
      const own = found[k] as number;
      const to = target[i] as number;
      const out = to * (signs[k] as number) <= 0 && (own === to ? 0 : own / (own - to)) <= part;
      found[k] = out ? 0 : own + part * (to - own);
      if (out) signs[k] = 0;
    });
    if (part === 1) return;
  }
}

/** Where coefficients that depend on each other have no one solution, one far along is given: the way there ends where one reaches 0. */
function solved(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  bound: number,
  held: readonly number[],
  signs: Int8Array,
): Float64Array {
  const size = held.length;
  const factor = new Float64Array(size * size);
  for (let ridge = 1e-14; ; ridge *= 10) {
    held.forEach((k, i) => {
      held.forEach((j, at) => {
        factor[i * size + at] = (matrix[k]?.[j] as number) * (i === at ? 1 + ridge : 1);
      });
    });
    if (factorCholesky(factor, size) || ridge > 1) break;
  }
  const target = Float64Array.from(held, (k) => (right[k] as number) - bound * (signs[k] as number));
  solveCholesky(factor, size, target);
  return target;
}
