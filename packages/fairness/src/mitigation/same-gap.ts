import { noiseKinds } from '@dpfair/mechanisms';
import type { SameGap } from '@dpfair/result';
import { rootSearch } from '@dpfair/stats';
import { analyticAlpha } from '../intervals/analytic-alpha.js';
import { prepareCell } from '../models/prepared-cell.js';
import { type Steps, stepsOf } from '../steps/steps.js';
import { mitigationReasons as say } from './messages.js';
import type { PlannedMitigation } from './planned-mitigation.js';

/** No more than this many times the budget is looked for. */
const LARGEST_FACTOR = 1000;
/** The factor is found to within this fraction. */
const PRECISION = 1e-3;
/** Yes-or-no decisions of more entities take too long to integrate again and again. */
const MOST_ANSWERS = 2_000;

/**
 * For a gap the budget at which the decision as it is would have it too: so many times smaller noise, found on its exact
 * formula. Gaps fall with the noise on data like these, but not always; the first factor of a bracket is taken.
 */
export function sameGapFinder(
  { decision, post, mechanism, noise }: PlannedMitigation,
  input: Parameters<typeof decision.truth>[0],
): (gap: number | null, baselineGap: number | null) => Steps<SameGap> {
  const known = new Map<number, number | null>();
  function* gapAt(logFactor: number): Steps<number | null> {
    const old = known.get(logFactor);
    if (old !== undefined) return old;
    const smaller = noiseKinds[noise.kind].distribution(noise.spread / Math.exp(logFactor));
    const asked = prepareCell({ decision, post, input, noise: smaller }).model.exact?.();
    const exact = asked && (yield* stepsOf(asked));
    const gap = exact === undefined ? null : analyticAlpha(exact.bias, exact.errors).estimate;
    known.set(logFactor, gap);
    return gap;
  }
  return function* (gap, baselineGap) {
    if (gap === null || baselineGap === null) return none(say.noGap());
    if (gap >= baselineGap) return none(say.notNarrower());
    const { length } = Object.values(input.counts)[0] as Float64Array;
    if (decision.unit === 'probability' && length > MOST_ANSWERS) return none(say.tooManyEntities());
    if ((yield* gapAt(0)) === null) return none(say.noExactBaseline());
    const excess = function* (logFactor: number): Steps<number> {
      return ((yield* gapAt(logFactor)) as number) - gap;
    };
    const farthest = Math.log(LARGEST_FACTOR);
    if (gap === 0 || (yield* excess(0)) <= 0 || (yield* excess(farthest)) > 0)
      return none(say.beyondReach(LARGEST_FACTOR));
    const search = rootSearch(0, farthest, { tolerance: PRECISION });
    let next = search.next();
    while (next.done !== true) next = search.next(yield* excess(next.value));
    const factor = Math.exp(next.value);
    const { sensitivity, neighbours, total, delta } = mechanism;
    const options = { sensitivity, neighbours, columns: total.columns };
    const given = delta === null || delta === 0 ? undefined : delta;
    const { epsilon } = noiseKinds[mechanism.kind].ofSpread(noise.spread / factor, given, options);
    return { factor, epsilon, reason: null };
  };
}

const none = (reason: string): SameGap => ({ factor: null, epsilon: null, reason });

/** The answer of a search that was stopped. */
export const sameGapStopped = (): SameGap => none(say.sameGapStopped());
