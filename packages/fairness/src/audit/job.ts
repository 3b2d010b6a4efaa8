import { decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { Mechanism, Normaliser } from '@dpfair/result';
import { conventions, undefinedReasons } from '../messages.js';
import { type PreparedCell, prepareCell } from '../models/prepared-cell.js';
import type { CompleteRequest } from './audit-request.js';
import { checkSizes } from './check-sizes.js';
import { type ChosenMethod, chooseMethod, SERIES_TOLERANCE } from './choose-method.js';

/** One cell of an audit before simulation: the question, whether it has an answer, and how it will be found. */
export interface Job {
  readonly mechanism: Mechanism;
  readonly cell: PreparedCell;
  /** The cell in words, for warnings. */
  readonly where: string;
  readonly normaliser: Normaliser | null;
  readonly undefinedBecause: string | null;
  readonly chosen: ChosenMethod;
}

/** Above this probability of a total that is not positive, raw shares are not given a bias. */
const NORMALISER_LIMIT = 1e-9;

/** @throws DpfairError `usage` or `undefined-result` when the cell cannot be asked for. */
export function prepareJob(request: CompleteRequest, mechanism: Mechanism, post: PostName): Job {
  const { table, method, tolerance } = request;
  const noise = noiseDistribution(mechanism);
  const decision = decisionByName(request.decision, request.parameters);
  // Other private columns of the table would receive noise too, and be taken for those of the decision.
  const counts = decision.privateRoles.map((role) => [role, table.counts[role] as Float64Array] as const);
  const input = { counts: Object.fromEntries(counts), fixed: table.fixed };
  checkSizes(input, noise.spread);
  const cell = prepareCell({ decision, post, input, noise });
  const normaliser = cell.model.normaliser();
  const undefinedBecause =
    normaliser?.convention === conventions.noMean && normaliser.probabilityNotPositive > NORMALISER_LIMIT
      ? undefinedReasons.normaliserNearZero(normaliser.probabilityNotPositive)
      : null;
  return {
    mechanism,
    cell,
    where: describeCell(mechanism, post),
    normaliser,
    undefinedBecause,
    chosen: chooseMethod(cell, method, tolerance ?? SERIES_TOLERANCE),
  };
}

export const needsSimulation = ({ undefinedBecause, chosen }: Job): boolean =>
  undefinedBecause === null && chosen.estimate === null;

function describeCell({ kind, epsilon, scale, sigma }: Mechanism, post: PostName): string {
  const amount = epsilon === null ? (sigma === null ? `scale ${scale}` : `sigma ${sigma}`) : `epsilon ${epsilon}`;
  return `${kind}, ${amount}, ${post}`;
}
