import { decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { Mechanism, Normaliser } from '@dpfair/result';
import { normaliserOf } from '../cell/normaliser.js';
import { badOption, conventions, undefinedReasons } from '../messages.js';
import type { Problem } from '../problem.js';
import type { CompleteRequest } from './audit-request.js';
import { type ChosenMethod, chooseMethod, SERIES_TOLERANCE } from './choose-method.js';

/** One cell of an audit before simulation: the question, whether it has an answer, and how it will be found. */
export interface Job {
  readonly mechanism: Mechanism;
  readonly problem: Problem;
  /** The cell in words, for warnings. */
  readonly where: string;
  readonly normaliser: Normaliser | null;
  readonly undefinedBecause: string | null;
  readonly chosen: ChosenMethod;
}

/** Weights, counts and noise that differ by more than this cannot be computed with in double precision. */
const LARGEST_RATIO = 1e60;

/** @throws DpfairError `usage` for sizes at which products and squares leave the range of a double. */
function checkSizes({ counts, weights, noise }: Problem): void {
  const sizes = [noise.spread, ...(weights ?? [])];
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (largest > LARGEST_RATIO) throw badOption('noise or weight', largest, `at most ${LARGEST_RATIO}`);
  if (smallest < 1 / LARGEST_RATIO) throw badOption('noise or weight', smallest, `at least ${1 / LARGEST_RATIO}`);
  const count = counts.reduce((a, b) => Math.max(a, b), 0);
  if (count > LARGEST_RATIO) throw badOption('count', count, `at most ${LARGEST_RATIO}`);
}

/** Above this probability of a total that is not positive, raw shares are not given a bias. */
const NORMALISER_LIMIT = 1e-9;

/** @throws DpfairError `usage` or `undefined-result` when the cell cannot be asked for. */
export function prepareJob(request: CompleteRequest, mechanism: Mechanism, post: PostName): Job {
  const { table, method, tolerance } = request;
  const problem: Problem = {
    decision: decisionByName(request.decision),
    post,
    counts: table.counts.count as Float64Array,
    weights: table.fixed.weight ?? null,
    noise: noiseDistribution(mechanism),
  };
  checkSizes(problem);
  problem.decision.truth(problem);
  problem.decision.stages(post, problem);
  const normaliser = normaliserOf(problem);
  const undefinedBecause =
    normaliser?.convention === conventions.noMean && normaliser.probabilityNotPositive > NORMALISER_LIMIT
      ? undefinedReasons.normaliserNearZero(normaliser.probabilityNotPositive)
      : null;
  return {
    mechanism,
    problem,
    where: describeCell(mechanism, post),
    normaliser,
    undefinedBecause,
    chosen: chooseMethod(problem, method, tolerance ?? SERIES_TOLERANCE),
  };
}

export const needsSimulation = ({ undefinedBecause, chosen }: Job): boolean =>
  undefinedBecause === null && chosen.estimate === null;

function describeCell({ kind, epsilon, scale, sigma }: Mechanism, post: PostName): string {
  const amount = epsilon === null ? (sigma === null ? `scale ${scale}` : `sigma ${sigma}`) : `epsilon ${epsilon}`;
  return `${kind}, ${amount}, ${post}`;
}
