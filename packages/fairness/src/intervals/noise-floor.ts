import { gaussLegendre, normalCdf } from '@dpfair/stats';

/** Standard deviations beyond which a normal tail, 1e-17, is nothing. */
const REACH = 8.5;
const PANEL_RATIO = Math.SQRT2;
const NODES_A_PANEL = 20;
/** The integrand is 1 from here down when it is this near to it: the extremes are then surely of opposite signs. */
const NEARLY_ONE = 1e-12;

/**
 * What max - min of the estimates would be on average if every bias were 0: the mean range of independent normal errors
 * with these standard errors, 2 E max_i Z_i. (For equal errors this is d2(n) times the standard error.)
 * Errors of different entities are taken as independent.
 *
 * 2 E max = 2 integral over z > 0 of 1 - prod Phi(z / s_i) - prod Phi(-z / s_i), by Gauss-Legendre on panels that shrink
 * geometrically towards 0, so that errors of any scales are resolved: relative error below 1e-9. O(n) a node at most.
 *
 * @param standardErrors not negative; zeros do not count. @returns 0 for fewer than two positive ones.
 * @example noiseFloor(Float64Array.of(3, 4)) // 5 sqrt(2 / pi) = 3.9894...
 */
export function noiseFloor(standardErrors: Float64Array): number {
  const errors = standardErrors.filter((error) => error > 0).sort();
  if (errors.length < 2) return 0;
  errors.reverse();
  const { nodes, weights } = gaussLegendre(NODES_A_PANEL);
  const panel = (from: number, to: number) => {
    const half = (to - from) / 2;
    return (
      half *
      nodes.reduce((sum, node, k) => sum + (weights[k] as number) * oppositeSides(errors, from + half * (node + 1)), 0)
    );
  };
  const finest = (errors.at(-1) as number) / 2;
  let expectedMaximum = 0;
  let top = REACH * (errors[0] as number);
  while (top > finest) {
    const bottom = top / PANEL_RATIO;
    expectedMaximum += panel(bottom, top);
    top = bottom;
    if (oppositeSides(errors, top) > 1 - NEARLY_ONE) return 2 * (expectedMaximum + top);
  }
  return 2 * (expectedMaximum + panel(0, top));
}

/** P(max > z) - P(max < -z) of independent normal errors, largest standard error first, for z >= 0. */
function oppositeSides(errors: Float64Array, z: number): number {
  let noneAbove = 1;
  let allBelow = 1;
  for (let i = 0; i < errors.length; i++) {
    const score = z / (errors[i] as number);
    if (score > REACH) return 1 - noneAbove;
    const below = normalCdf(score);
    noneAbove *= below;
    allBelow *= 1 - below;
    if (noneAbove < NEARLY_ONE / 2) break;
  }
  return 1 - noneAbove - allBelow;
}
