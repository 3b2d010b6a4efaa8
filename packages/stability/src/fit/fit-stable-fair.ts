// Huang and Vishnoi (ICML 2019), Program (Stable-Fair).
import { innerProduct, type Limits, minimizeNewton, type NewtonMinimum, type NewtonOptions } from '@dpfair/stats';
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
import { minimizeHinge } from './hinge/minimize-hinge.js';
import { objective, type Parts } from './objective.js';
import { withoutEffect } from './without-effect.js';

/** How far to go. */
export interface FitOptions {
  /** Largest component of the gradient of the Lagrangian, in the columns as `columnUnits` scales them. @default 1e-7 */
  readonly tolerance?: number;
  /** Newton steps at most, over all rounds. @default 500 */
  readonly mostIterations?: number;
}

const NO_LIMITS: Limits = { normals: [], bound: 0 };

/** Widths of the rounded corner of a hinge beside a penalty that is not convex; each search starts where the one before ended. */
const HINGE_WIDTHS: readonly [number, ...number[]] = [2, 0.5, 0.1, 0.02, 4e-3, 8e-4, 1.6e-4, 3e-5, 6e-6, 1e-6, 1e-7];

/**
 * The classifier that minimises mean loss + fairness term + lambda ||f||^2: the minimum where the program is convex (all but the terms
 * `mutual-information` and `rate-logs`), a local minimum found from weights of 0 otherwise. Newton's method on rows kept sparse; constraints within
 * each step (their multipliers are a lasso, solved by an active set). The hinge by an interior-point method, which ends where a duality gap of 1e-9
 * (1e-7 where rounding leaves no more) proves the minimum; beside a penalty, where no dual proves it, with its corner rounded off ever closer, in the
 * end by 1e-7.
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
  const limits: Limits = {
    normals: constrained.map(({ gradient }) => gradient),
    bound: fairness.kind === 'covariance' ? fairness.bound : 0,
  };
  const penalty = ratePenalty(set, program);
  const widths: readonly [number, ...number[]] = program.loss === 'hinge' ? HINGE_WIDTHS : [0];
  const partsOf = (width: number): Parts => ({
    problem,
    labels: set.labels,
    loss: marginLoss(program.loss, width),
    stabilityWeight: program.stabilityWeight,
    penalty,
  });
  const solve = (within: Limits): NewtonMinimum =>
    program.loss === 'hinge' && penalty === null
      ? minimizeHinge(
          {
            design: problem.design,
            labels: set.labels,
            prices: problem.norms.map((norm) => program.stabilityWeight * norm),
            limits: within,
          },
          { tolerance, mostSteps: mostIterations },
        )
      : searchByNewton(partsOf, widths, { tolerance, mostSteps: mostIterations, limits: within });
  const found = solve(limits);
  const { at, value, gradientNorm, multipliers } = found;
  const last = partsOf(widths.at(-1) as number);
  const ending = endingOf(last, program, limits, found);
  const free = withoutEffect(constrained, program.loss, last, limits, found, ending, () => solve(NO_LIMITS));
  const values = limits.normals.map((normal) => innerProduct(normal, at));
  return {
    classifier: problem.classifier(at),
    converged: ending === 'minimum' || ending === 'partly-separated',
    ending,
    iterations: found.steps,
    objective: value,
    norm: Math.sqrt(problem.squaredNorm(at)),
    gradientNorm,
    constraintSlack: values.length === 0 ? null : limits.bound - Math.max(...values.map(Math.abs)),
    constraints: constrained.map((constraint, k) => ({
      column: constraint.column,
      value: constraint.value,
      covariance: values[k] as number,
      multiplier: multipliers[k] as number,
      withoutEffect: free[k] as boolean,
    })),
  };
}

/** Newton's method; with several widths each search starts where the one before ended. */
function searchByNewton(
  partsOf: (width: number) => Parts,
  [first, ...closer]: readonly [number, ...number[]],
  { mostSteps, ...options }: Required<NewtonOptions>,
): NewtonMinimum {
  const start = new Float64Array(partsOf(first).problem.design.parameters);
  let found = minimizeNewton(objective(partsOf(first)), start, { ...options, mostSteps });
  for (const width of closer) {
    const { steps } = found;
    found = minimizeNewton(objective(partsOf(width)), found.at, { ...options, mostSteps: mostSteps - steps });
    found = { ...found, steps: steps + found.steps };
  }
  return found;
}

function problemOf(set: TrainingSet, program: StableFairProgram): Problem {
  if (program.kernel !== null) return kernelProblem(set, program, program.kernel);
  if (program.fairness.kind !== 'mutual-information') return linearProblem(set, program, null, 1);
  const { of, count } = combinations(set.groups, set.rows);
  return linearProblem(set, program, of, count);
}
