import type { AuditedPairOfResult, PairSearchOfResult } from '@dpfair/result';

/**
 * Order of pairs, worst first: those that the metric takes for the same by how far their answers are apart, then the others by their
 * ratio. A pair whose answers are the same is never worse than another.
 */
export function bySeverity(one: AuditedPairOfResult, other: AuditedPairOfResult): number {
  const [first, second] = [severity(one), severity(other)];
  if (first !== second) return second > first ? 1 : -1;
  return other.outputDistance - one.outputDistance;
}

function severity({ ratio, outputDistance }: AuditedPairOfResult): number {
  if (ratio !== null) return ratio;
  return outputDistance > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** The largest ratio that a search found; 0 where no answers differ, null where no pair has a ratio or it is not known. */
export function largestRatio({ worst, groups, provenRatio }: PairSearchOfResult): number | null {
  const ratios = [...worst.map(({ ratio }) => ratio), ...groups.map((group) => group.largestRatio)];
  const known = ratios.filter((ratio) => ratio !== null);
  if (known.length > 0) return Math.max(...known);
  return worst.length === 0 && provenRatio !== null && provenRatio !== undefined ? 0 : null;
}

/** A pair with the search that found it. */
export interface FoundPair {
  readonly search: PairSearchOfResult;
  readonly pair: AuditedPairOfResult;
}

/** The pairs that were kept of one model, worst first. */
export function worstPairs(
  searches: readonly PairSearchOfResult[],
  of: PairSearchOfResult['of'],
): readonly FoundPair[] {
  return searches
    .filter((search) => search.of === of)
    .flatMap((search) => search.worst.map((pair) => ({ search, pair })))
    .sort((one, other) => bySeverity(one.pair, other.pair));
}
