import type { RootOptions } from './root-options.js';
import { rootSearch } from './root-search.js';

/**
 * A zero of a continuous f inside [lower, upper] by Brent's method (Algorithms for minimization without derivatives, 1973, chapter 4):
 * inverse quadratic interpolation and secant steps, with bisection whenever they do not shrink the bracket. Never leaves the bracket.
 *
 * @param f Must have opposite signs, or a zero, at the two ends.
 * @returns An x at which f is 0 or beside which f changes sign, within the tolerance.
 * @throws RangeError when the ends do not bracket a zero, f gives NaN, or `maxEvaluations` do not suffice.
 * @example
 * findRoot((x) => x * x - 2, 0, 2) // 1.4142135623730951
 */
export function findRoot(f: (x: number) => number, lower: number, upper: number, options: RootOptions = {}): number {
  const search = rootSearch(lower, upper, options);
  let next = search.next();
  while (next.done !== true) next = search.next(f(next.value));
  return next.value;
}
