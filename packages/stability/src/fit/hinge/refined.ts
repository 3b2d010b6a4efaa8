// Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 5.3.
import { addMultiple, innerProduct } from '@dpfair/stats';

/** A residual, in parts of what is solved for, that is small enough: later steps take care of it. */
const SMALL = 1e-11;
/** Products at most. */
const MOST = 12;

/**
 * Solves `H x = vector` by conjugate gradients, where `solve` divides by about H: it brings back what a factor has lost to rounding along directions
 * with next to no curvature. Lengths are those in which H has about the unit as diagonal, vectors times `units`.
 */
export function refined(
  product: (x: Float64Array) => Float64Array,
  solve: (vector: Float64Array) => Float64Array,
  units: Float64Array,
  vector: Float64Array,
): Float64Array {
  const lengthOf = (of: Float64Array) =>
    Math.sqrt(of.reduce((sum, own, j) => sum + (own * (units[j] as number)) ** 2, 0));
  const x = solve(vector);
  const rest = vector.slice();
  addMultiple(-1, product(x), rest);
  const enough = SMALL * lengthOf(vector);
  let best = x.slice();
  let least = lengthOf(rest);
  let direction = solve(rest);
  let slope = innerProduct(rest, direction);
  for (let k = 0; k < MOST && least > enough; k++) {
    const bent = product(direction);
    const curvature = innerProduct(direction, bent);
    if (!(curvature > 0 && slope > 0)) break;
    addMultiple(slope / curvature, direction, x);
    addMultiple(-slope / curvature, bent, rest);
    const length = lengthOf(rest);
    if (length < least) {
      least = length;
      best = x.slice();
    }
    const solved = solve(rest);
    const next = innerProduct(rest, solved);
    addMultiple(next / slope, direction, solved);
    direction = solved;
    slope = next;
  }
  return best;
}
