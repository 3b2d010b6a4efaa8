import {
  type ApportionmentMethodName,
  apportionmentMethods,
  decisionByName,
  type SeatEvent,
  weightedCounts,
} from '@dpfair/decisions';
import type { AnalyticEstimate } from '../estimate.js';
import { type SeatMoves, seatMoves } from '../exact/seats/seat-moves.js';
import { onceInSteps } from '../steps/once-in-steps.js';
import type { Steps } from '../steps/steps.js';
import type { CellModel } from './cell-model.js';
import type { Problem } from './problem.js';

/**
 * What is known of seats: under independent noise and a divisor method the probability of every move. Hamilton's method and
 * projections make the seats of each depend on the noise of all through the total.
 */
export function apportionmentModel(problem: Problem): CellModel {
  const { event, seats } = problem.decision.parameters;
  const moves = movesOf(problem);
  const estimator = problem.noise.support === 'real' ? 'seat-quadrature' : 'seat-sum';
  return {
    ...(moves === null ? {} : { exact: () => estimateOf(moves, event as SeatEvent | undefined, estimator) }),
    normaliser: () => null,
    largestOutcome: event === undefined ? (seats as number) : 1,
    control: () => null,
    rareClipping: () => null,
  };
}

function* estimateOf(
  movesInSteps: () => Steps<SeatMoves>,
  event: SeatEvent | undefined,
  estimator: AnalyticEstimate['estimator'],
): Steps<AnalyticEstimate> {
  const moves = yield* movesInSteps();
  return { method: 'exact', estimator, bias: moves[event ?? 'bias'], errors: moves.errors };
}

/** The seats and the questions about them are asked one after the other of the same columns, and have one answer. */
const known = new WeakMap<Float64Array, Map<string, (() => Steps<SeatMoves>) | null>>();

function movesOf({ decision, post, input, noise }: Problem): (() => Steps<SeatMoves>) | null {
  const { method: name, seats } = decision.parameters as { method: ApportionmentMethodName; seats: number };
  const method = apportionmentMethods[name];
  if (method.kind !== 'divisor' || !(post === 'none' || post === 'clip')) return null;
  const populations = weightedCounts(input).counts;
  const key = [name, seats, noise.kind, noise.spread].join(' ');
  const ofColumn = known.get(populations) ?? new Map<string, (() => Steps<SeatMoves>) | null>();
  known.set(populations, ofColumn);
  const found = ofColumn.get(key);
  if (found !== undefined) return found;
  const truth = decisionByName('apportionment', { method: name, seats }).truth(input);
  const compute = seatMoves({ method, total: seats, populations, truth, noise });
  const moves = compute && onceInSteps(compute);
  ofColumn.set(key, moves);
  return moves;
}
