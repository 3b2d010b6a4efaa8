import { addMultiple, type Limits, type NewtonMinimum, shiftedHessian } from '@dpfair/stats';
import type { FitEnding } from '../classifier/classifier.js';
import { scoresOf } from '../design/design.js';
import type { StableFairProgram } from '../program/program.js';
import { objective, type Parts } from './objective.js';

/** A Newton step from a true minimum moves no score by this much; along a direction in which a logistic loss falls for ever it moves one by about 1. */
const STILL = 0.1;
/** A Hessian that must be shifted by more than this of its diagonal has a direction in which the function curves downwards. */
const SMALL_SHIFT = 1e-7;

/** What the place where the search ended is. */
export function endingOf(parts: Parts, program: StableFairProgram, limits: Limits, found: NewtonMinimum): FitEnding {
  const { at, ended, multipliers } = found;
  const { design } = parts.problem;
  if (ended !== 'minimum') return ended;
  if (parts.problem.hidden) return 'stuck';
  // Its duality gap has proved it.
  if (program.loss === 'hinge' && parts.penalty === null) return ended;
  const target = objective(parts);
  const hessian = shiftedHessian(target);
  // Limits only take directions away: without them a shift would be called for more often, never less.
  const shift = hessian.take(at);
  if (shift > SMALL_SHIFT) return Number.isFinite(shift) ? 'saddle' : 'stuck';
  if (program.loss !== 'logistic' || program.stabilityWeight > 0) return ended;
  const gradient = new Float64Array(at.length);
  target.value(at, gradient);
  limits.normals.forEach((normal, k) => {
    addMultiple(multipliers[k] as number, normal, gradient);
  });
  const moves = new Float64Array(design.rows);
  scoresOf(design, hessian.solve(gradient), moves);
  if (moves.every((move) => Math.abs(move) < STILL)) return 'minimum';
  const scores = new Float64Array(design.rows);
  scoresOf(design, at, scores);
  return scores.every((score, row) => score * (parts.labels[row] as number) > 0) ? 'separated' : 'partly-separated';
}
