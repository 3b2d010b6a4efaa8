// Huang and Vishnoi (ICML 2019), Program (Stable-Fair).
import { innerProduct, type Limits, minimizeNewton, type NewtonMinimum } from '@dpfair/stats';
import type { Fit } from '../classifier/classifier.js';
import { kernelProblem } from '../design/kernel-problem.js';
import { linearProblem } from '../design/linear-problem.js';
import type { Problem } from '../design/problem.js';
import { combinations } from '../program/combinations.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import { covariances } from '../terms/covariances.js';
import { marginLoss } from '../terms/losses.js';
import { ratePenalty } from '../terms/rate-penalty.js';
import { checkTrainingSet } from './check-training-set.js';
import { endingOf } from './ending.js';
import { objective, type Parts } from './objective.js';

/** How far to go. */
export interface FitOptions {
  /** Largest component of the gradient of the Lagrangian, in the columns as `columnUnits` scales them. @default 1e-7 */
  readonly tolerance?: number;
  /** Newton steps at most, over all rounds. @default 500 */
  readonly mostIterations?: number;
}

/** Widths of the rounded corner of the hinge; each search starts where the one before ended. */
const HINGE_WIDTHS = [2, 0.5, 0.1, 0.02, 4e-3, 8e-4, 1.6e-4, 3e-5, 6e-6, 1e-6, 1e-7];

/**
 * The classifier that minimises mean loss + fairness term + lambda ||f||^2: the minimum where the program is convex (all but the terms
 * `mutual-information` and `rate-logs`), a local minimum found from weights of 0 otherwise. Newton's method on rows kept sparse; constraints within
 * each step (their multipliers are a lasso, solved by an active set); the hinge with its corner rounded off ever closer, in the end by 1e-7 (the program is then solved within 5e-8 of
 * its least value, and `gradientNorm` is that of the rounded program).
 *
 * O(sum over rows of the square of their entries + parameters^3) for each of some 10 to 100 steps. No randomness.
 *
 * @throws DpfairError where the data or the program are not allowed: one class, one group, nothing that varies, numbers that are not finite.
 * @example
 * const set = { rows: 4, columns: ['x'], features: Float64Array.of(0, 1, 2, 3), labels: Int8Array.of(-1, 1, -1, 1), groups: [] };
 * const program = { loss: 'squared', fairness: { kind: 'none' }, stabilityWeight: 0, kernel: null, intercept: 'free' };
 * fitStableFair(set, program).converged // true
 */
export function fitStableFair(set: TrainingSet, program: StableFairProgram, options: FitOptions = {}): Fit {
  const { tolerance = 1e-7, mostIterations = 500 } = options;
  checkTrainingSet(set, program);
  const { fairness } = program;
  const problem = problemOf(set, program);
  const constrained = fairness.kind === 'covariance' ? covariances(set, problem.design) : [];
  const widths = program.loss === 'hinge' ? HINGE_WIDTHS : [0];
  const limits: Limits = {
    normals: constrained.map(({ gradient }) => gradient),
    bound: fairness.kind === 'covariance' ? fairness.bound : 0,
  };
  const penalty = ratePenalty(set, program);
  const { labels } = set;
  const { stabilityWeight } = program;
  const partsOf = (width: number): Parts => ({
    problem,
    labels,
    loss: marginLoss(program.loss, width),
    stabilityWeight,
    penalty,
  });
  let found: NewtonMinimum | null = null;
  let steps = 0;
  for (const width of widths) {
    const start: Float64Array = found?.at ?? new Float64Array(problem.design.parameters);
    const mostSteps: number = mostIterations - steps;
    found = minimizeNewton(objective(partsOf(width)), start, { tolerance, mostSteps, limits });
    steps += found.steps;
  }
  if (found === null) throw new RangeError('widths: 0 (allowed: 1 or more)');
  const { at, value, gradientNorm, multipliers } = found;
  const ending = endingOf(partsOf(widths.at(-1) as number), program, limits, found);
  const values = limits.normals.map((normal) => innerProduct(normal, at));
  return {
    classifier: problem.classifier(at),
    converged: ending === 'minimum' || ending === 'partly-separated',
    ending,
    iterations: steps,
    objective: value,
    norm: Math.sqrt(problem.squaredNorm(at)),
    gradientNorm,
    constraintSlack: values.length === 0 ? null : limits.bound - Math.max(...values.map(Math.abs)),
    constraints: constrained.map((constraint, k) => ({
      column: constraint.column,
      value: constraint.value,
      covariance: values[k] as number,
      multiplier: multipliers[k] as number,
    })),
  };
}

function problemOf(set: TrainingSet, program: StableFairProgram): Problem {
  if (program.kernel !== null) return kernelProblem(set, program, program.kernel);
  if (program.fairness.kind !== 'mutual-information') return linearProblem(set, program, null, 1);
  const { of, count } = combinations(set.groups, set.rows);
  return linearProblem(set, program, of, count);
}
