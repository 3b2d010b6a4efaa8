import { noiseKinds } from '@dpfair/mechanisms';
import type { SameGap } from '@dpfair/result';
import { findRoot } from '@dpfair/stats';
import { analyticAlpha } from '../intervals/analytic-alpha.js';
import { prepareCell } from '../models/prepared-cell.js';
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
): (gap: number | null, baselineGap: number | null) => SameGap {
  const known = new Map<number, number | null>();
  const gapAt = (logFactor: number): number | null => {
    const old = known.get(logFactor);
    if (old !== undefined) return old;
    const smaller = noiseKinds[noise.kind].distribution(noise.spread / Math.exp(logFactor));
    const exact = prepareCell({ decision, post, input, noise: smaller }).model.exact?.();
    const gap = exact === undefined ? null : analyticAlpha(exact.bias, exact.errors).estimate;
    known.set(logFactor, gap);
    return gap;
  };
  const none = (reason: string): SameGap => ({ factor: null, epsilon: null, reason });
  return (gap, baselineGap) => {
    if (gap === null || baselineGap === null) return none(say.noGap());
    if (gap >= baselineGap) return none(say.notNarrower());
    const { length } = Object.values(input.counts)[0] as Float64Array;
    if (decision.unit === 'probability' && length > MOST_ANSWERS) return none(say.tooManyEntities());
    if (gapAt(0) === null) return none(say.noExactBaseline());
    const excess = (logFactor: number) => (gapAt(logFactor) as number) - gap;
    if (gap === 0 || excess(0) <= 0 || excess(Math.log(LARGEST_FACTOR)) > 0)
      return none(say.beyondReach(LARGEST_FACTOR));
    const factor = Math.exp(findRoot(excess, 0, Math.log(LARGEST_FACTOR), { tolerance: PRECISION }));
    const { sensitivity, neighbours, total, delta } = mechanism;
    const options = { sensitivity, neighbours, columns: total.columns };
    const given = delta === null || delta === 0 ? undefined : delta;
    const { epsilon } = noiseKinds[mechanism.kind].ofSpread(noise.spread / factor, given, options);
    return { factor, epsilon, reason: null };
  };
}
