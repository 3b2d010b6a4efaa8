import { newtonStep } from '@dpfair/stats';
import type { FitEnding } from '../classifier/classifier.js';
import { scoresOf } from '../design/design.js';
import type { StableFairProgram } from '../program/program.js';
import type { Solved } from './augmented-lagrangian.js';
import { objective, type Parts } from './objective.js';

/** A Newton step from a true minimum moves no score by this much; along a direction in which a logistic loss falls for ever it moves one by about 1. */
const STILL = 0.1;

/** What the place where the search ended is. */
export function endingOf(parts: Parts, program: StableFairProgram, { at, ended }: Solved): FitEnding {
  if (ended !== 'minimum' || program.loss !== 'logistic' || program.stabilityWeight > 0) return ended;
  const { design } = parts.problem;
  const target = objective(parts);
  const gradient = new Float64Array(at.length);
  target.value(at, gradient);
  const moves = new Float64Array(design.rows);
  scoresOf(design, newtonStep(target)(at, gradient), moves);
  if (moves.every((move) => Math.abs(move) < STILL)) return 'minimum';
  const scores = new Float64Array(design.rows);
  scoresOf(design, at, scores);
  return scores.every((score, row) => score * (parts.labels[row] as number) > 0) ? 'separated' : 'partly-separated';
}
