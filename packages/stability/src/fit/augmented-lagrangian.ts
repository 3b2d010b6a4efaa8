// Source: Nocedal and Wright, Numerical Optimization (2006), algorithm 17.4 (augmented Lagrangian, inexact at first).
import { innerProduct, minimizeNewton, newtonStep } from '@dpfair/stats';
import { constraintTerm } from './constraint-state.js';
import { objective, type Parts } from './objective.js';

/** How far a covariance may end from where its multiplier says it is, in units of the score. */
const MET = 1e-9;
const ROUNDS = 40;

/** Where the rounds ended; the multipliers are left in the parts. */
export interface Solved {
  readonly at: Float64Array;
  readonly gradientNorm: number;
  readonly steps: number;
  readonly ended: 'minimum' | 'steps' | 'stuck' | 'constraint';
}

/**
 * Minimises the Lagrangian, then moves the multipliers, until both stand. After each round the gradient of what was minimised is that of the
 * Lagrangian with the new multipliers, so what is asked of the last round is asked of the solution.
 */
export function solveConstrained(parts: Parts, start: Float64Array, tolerance: number, mostSteps: number): Solved {
  const { covariances, constraints } = parts;
  const target = objective(parts);
  const { multipliers, strengths } = constraints;
  let at = start;
  let steps = 0;
  let offBefore = Number.POSITIVE_INFINITY;
  for (let round = 0; ; round++) {
    const wanted = covariances.length === 0 ? tolerance : Math.max(tolerance, 1e-3 * 10 ** (-2 * round));
    const found = minimizeNewton(target, at, { tolerance: wanted, mostSteps: mostSteps - steps });
    at = found.at;
    steps += found.steps;
    let off = 0;
    covariances.forEach(({ gradient }, k) => {
      const term = constraintTerm(constraints, k, innerProduct(gradient, at));
      off = Math.max(off, Math.abs(term.off));
      multipliers[k] = term.slope;
    });
    const { gradientNorm, ended } = found;
    if (ended !== 'minimum') return { at, gradientNorm, steps, ended };
    if (off <= MET && gradientNorm <= tolerance) return { at, gradientNorm, steps, ended };
    if (round === ROUNDS) return { at, gradientNorm, steps, ended: 'constraint' };
    if (off > MET && off > 0.1 * offBefore)
      for (let k = 0; k < strengths.length; k++) strengths[k] = 10 * (strengths[k] as number);
    offBefore = off;
  }
}

/** Strengths at which a round takes all but about a thousandth off a violation: by the curvature that the rest has along each constraint. */
export function setStrengths(parts: Parts, at: Float64Array): void {
  const step = newtonStep(objective({ ...parts, covariances: [] }));
  parts.covariances.forEach(({ gradient }, k) => {
    const give = Math.abs(innerProduct(gradient, step(at, gradient)));
    parts.constraints.strengths[k] = give > 0 ? 1000 / give : 1;
  });
}
