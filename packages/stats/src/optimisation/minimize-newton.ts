// Source: Nocedal and Wright, Numerical Optimization (2006), section 3.4 (modified Newton), algorithm 3.1 (backtracking) and section 18.1 (a step
// with constraints is a quadratic program; the linear constraints here stay met on the way).
import { addMultiple, euclideanNorm, innerProduct } from '../linear/vectors.js';
import { addNormals, type Limits, limitMultipliers, limitsMissedBy } from './limits.js';
import { shiftedHessian } from './shifted-hessian.js';
import type { TwiceDifferentiable } from './twice-differentiable.js';

/** When to stop, and what to keep to. */
export interface NewtonOptions {
  /** Largest component of the gradient (of the Lagrangian) at which a point counts as a minimum. @default 1e-7 */
  readonly tolerance?: number;
  /** Newton steps at most. @default 200 */
  readonly mostSteps?: number;
  /** Linear limits that the start keeps to. @default none */
  readonly limits?: Limits;
}

/** Where the search ended. */
export interface NewtonMinimum {
  readonly at: Float64Array;
  readonly value: number;
  /** Largest component, by size, of the gradient of the Lagrangian: the function plus multipliers times normals. */
  readonly gradientNorm: number;
  /** One a limit: positive where the upper side holds the point back, negative where the lower one does, 0 between them. */
  readonly multipliers: Float64Array;
  readonly steps: number;
  /** `minimum` within the tolerance; `steps` used up; `stuck`: no step down was found, since rounding hides it or the Hessian is not finite. */
  readonly ended: 'minimum' | 'steps' | 'stuck';
}

const ENOUGH = 1e-4;
/** A step that is cut to less than this is taken anew, damped. */
const SHORTEST = 0.02;
/** Damping, in units of the function, at which the search gives up. */
const LARGEST = 1e12;
/** How far from its limit a point may be that its multiplier holds there. */
const MET = 1e-9;
/** How far off a start may be by rounding. */
const START_MET = 1e-6;

/**
 * A local minimum by Newton's method with a dense Hessian, near which it converges quadratically. Where the Hessian is not positive definite it
 * is shifted along its diagonal until it is; along a direction in which the function is flat the search hardly moves. Flat is what curves by less
 * than 1e-12 of the largest curvature along a coordinate, so write the function in coordinates that are scaled alike. O(size^3) a step and what the
 * function takes.
 *
 * @param start Where to begin, within the limits; left as it is.
 * @throws RangeError where the function is not finite at the start, or the start is outside of the limits.
 * @example
 * const square = {
 *   size: 1,
 *   value: (at, gradient) => { gradient[0] = 2 * (at[0] - 3); return (at[0] - 3) ** 2; },
 *   hessian: (_, into) => { into[0] = 2; },
 * };
 * Math.fround(minimizeNewton(square, Float64Array.of(0)).at[0]) // 3
 */
export function minimizeNewton(
  objective: TwiceDifferentiable,
  start: Float64Array,
  options: NewtonOptions = {},
): NewtonMinimum {
  const { tolerance = 1e-7, mostSteps = 200, limits = { normals: [], bound: 0 } } = options;
  const { size } = objective;
  let at = start.slice();
  let gradient = new Float64Array(size);
  let next = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const none = new Float64Array(limits.normals.length);
  let multipliers: Float64Array = none;
  const off = limitsMissedBy(limits, multipliers, start);
  if (!(off <= START_MET)) throw new RangeError(`start: ${off} outside of the limits (allowed: within them)`);
  let value = objective.value(at, gradient);
  if (!Number.isFinite(value)) throw new RangeError(`value at the start: ${value} (allowed: a finite number)`);
  const hessian = shiftedHessian(objective);
  const norm = (of: Float64Array): number => {
    const sum = of.slice();
    addNormals(limits, multipliers, sum);
    return sum.reduce((most, component) => Math.max(most, Math.abs(component)), 0);
  };
  let damping = 0;
  for (let steps = 0; ; steps++) {
    const gradientNorm = norm(gradient);
    const here = { at, value, gradientNorm, multipliers, steps };
    if (gradientNorm <= tolerance && limitsMissedBy(limits, multipliers, at) <= MET)
      return { ...here, ended: 'minimum' };
    if (steps >= mostSteps) return { ...here, ended: 'steps' };
    if (hessian.take(at) === Number.POSITIVE_INFINITY) return { ...here, ended: 'stuck' };
    for (let moved = false; !moved; ) {
      if (damping > 0) hessian.damp(damping);
      const down = gradient.map((component) => -component);
      const free = hessian.solve(down);
      multipliers = limitMultipliers(limits, hessian.solve, at, free);
      addNormals(
        limits,
        multipliers.map((multiplier) => -multiplier),
        down,
      );
      const step = multipliers.some((multiplier) => multiplier !== 0) ? hessian.solve(down) : free;
      const slope = innerProduct(step, gradient);
      const normBefore = norm(gradient);
      next.set(at);
      addMultiple(1, step, next);
      // Where the Hessian is next to singular rounding may lead out of the limits.
      const kept = limitsMissedBy(limits, none, next) <= MET;
      for (let length = 1; kept && length > SHORTEST; ) {
        next.set(at);
        addMultiple(length, step, next);
        const found = objective.value(next, nextGradient);
        // What rounding leaves of a decrease is none: near the minimum the gradient decides.
        const close = found <= value + 1e-13 * Math.abs(value) && norm(nextGradient) < normBefore;
        moved = found <= value + ENOUGH * length * slope || close;
        if (moved) {
          value = found;
          [at, next] = [next, at];
          [gradient, nextGradient] = [nextGradient, gradient];
          damping = length === 1 ? damping / 100 : damping;
          break;
        }
        length *= shortened(value, found, slope * length);
      }
      if (moved) break;
      // A step that must be cut so far leads along directions without curvature: shorten it there, and leave the others.
      const enough = euclideanNorm(down) / (SHORTEST * euclideanNorm(step));
      damping = Math.max(10 * damping, enough);
      if (!(damping < LARGEST)) return { ...here, multipliers, gradientNorm: normBefore, ended: 'stuck' };
    }
  }
}

/** Where the parabola through what was seen has its minimum, as part of the step, between a tenth and a half. */
function shortened(value: number, found: number, slope: number): number {
  const best = -slope / (2 * (found - value - slope));
  return Number.isFinite(best) ? Math.min(0.5, Math.max(0.1, best)) : 0.1;
}
