import type { Look } from '@dpfair/result';

/** Takes a look at a budget; null where the search is to stop. */
export type TakeLook = (epsilon: number) => Promise<Look | null>;

/** What a search found. */
export interface EpsilonSearch {
  readonly scan: readonly Look[];
  /** The smallest budget found that meets the target, null where none of the scan does. */
  readonly smallest: Look | null;
  /** The next smaller budget tried, which does not meet it; null where there is none. */
  readonly below: Look | null;
  /** Whether every larger budget of the scan meets it. */
  readonly holdsAbove: boolean;
  /** The smallest budget found from which every larger one of the scan meets it; null where the largest does not. */
  readonly settled: Look | null;
  /** Of the scan, the one with the smallest upper end; the last where none has one. */
  readonly best: Look;
}

/**
 * The smallest budget that meets a target, without taking for granted that more privacy budget means less harm: the first of
 * the scan that meets it is looked for, and between it and the one before it the budget is halved in its logarithm until it is
 * known to within a factor 1 + precision. Where larger budgets fail again, the budget from which they no longer do is found in
 * the same way. Between two neighbours of the scan one change of the answer is assumed.
 *
 * @param scan looks at ascending budgets, at least one. @param look takes another look; after it stopped, what was known by then is returned.
 */
export async function searchEpsilon(scan: readonly Look[], look: TakeLook, precision: number): Promise<EpsilonSearch> {
  const first = scan.findIndex(isMet);
  const lastFailure = scan.findLastIndex((one) => !isMet(one));
  const best = scan.reduce((a, b) => (upperOf(b) < upperOf(a) ? b : a));
  if (first === -1) return { scan, smallest: null, below: null, holdsAbove: false, settled: null, best };
  const { met: smallest, failed } = await cross(scan, first, look, precision);
  const below = await proved(smallest, failed, look, precision);
  const holdsAbove = lastFailure < first;
  const settled = holdsAbove
    ? smallest
    : lastFailure === scan.length - 1
      ? null
      : (await cross(scan, lastFailure + 1, look, precision)).met;
  return { scan, smallest, below, holdsAbove, settled, best };
}

/** How many looks a search takes at most, those of the scan included. */
export function mostLooks(epsilons: readonly number[], precision: number): number {
  const widest = epsilons.slice(1).reduce((most, epsilon, k) => Math.max(most, epsilon / (epsilons[k] as number)), 1);
  const halvings = widest <= 1 + precision ? 0 : Math.ceil(Math.log2(Math.log(widest) / Math.log1p(precision)));
  return epsilons.length + 2 * halvings + 1;
}

const isMet = ({ verdict }: Look): boolean => verdict === 'met';
const upperOf = ({ upper }: Look): number => upper ?? Number.POSITIVE_INFINITY;

/** A budget just below that surely misses the target, where the one that does not meet it is too near to be sure. */
async function proved({ epsilon }: Look, failed: Look | null, look: TakeLook, precision: number): Promise<Look | null> {
  if (failed?.verdict !== 'inconclusive') return failed;
  const lower = await look(epsilon / (1 + precision));
  return lower?.verdict === 'missed' ? lower : failed;
}

/** Between scan[at], which meets the target, and the look before it, which does not. */
async function cross(
  scan: readonly Look[],
  at: number,
  look: TakeLook,
  precision: number,
): Promise<{ readonly met: Look; readonly failed: Look | null }> {
  let met = scan[at] as Look;
  let failed = scan[at - 1] ?? null;
  while (failed !== null && met.epsilon > failed.epsilon * (1 + precision)) {
    const middle = Math.sqrt(met.epsilon) * Math.sqrt(failed.epsilon);
    if (!(middle > failed.epsilon && middle < met.epsilon)) break;
    const next = await look(middle);
    if (next === null) break;
    if (isMet(next)) met = next;
    else failed = next;
  }
  return { met, failed };
}
