import { metricSeesNoDifference } from '../messages.js';
import type { AuditedPair, GroupOfPairs } from './pair-audit.js';

/** Takes pairs one at a time and keeps the worst, the numbers, and the numbers of each group. */
export interface PairGatherer {
  /** @param secondPoint Is called only when the pair is kept. */
  add(
    first: number,
    second: number,
    inputDistance: number,
    outputDistance: number,
    secondPoint: () => Float64Array,
  ): void;
  finish(): {
    readonly pairs: number;
    readonly violations: number;
    readonly unseen: number;
    readonly provenRatio: number | null;
    readonly worst: readonly AuditedPair[];
    readonly groups: readonly GroupOfPairs[];
  };
}

/** Groups of rows: for each row a place in `names`. */
export interface RowGroups {
  readonly of: Int32Array;
  readonly names: readonly string[];
}

/** @param keep How many of the worst pairs are kept. @param excess What answers may exceed the distance by. */
export function gatherPairs(keep: number, excess: number, groups: RowGroups): PairGatherer {
  const worst: AuditedPair[] = [];
  let pairs = 0;
  let violations = 0;
  let unseen = 0;
  let provenRatio: number | null = null;
  const sums = groups.names.map((group) => ({
    group,
    pairs: 0,
    violations: 0,
    unseen: 0,
    largestRatio: null as number | null,
    provenRatio: null as number | null,
    output: 0,
  }));
  return {
    add(first, second, inputDistance, outputDistance, secondPoint) {
      const ratio = inputDistance > 0 ? outputDistance / inputDistance : null;
      const proven = inputDistance > 0 ? Math.max(0, outputDistance - excess) / inputDistance : null;
      // Rounding alone is no violation.
      const violated = outputDistance > inputDistance + excess + 1e-12;
      pairs++;
      if (violated) violations++;
      if (violated && ratio === null) unseen++;
      provenRatio = larger(provenRatio, proven);
      for (const place of new Set([groups.of[first], groups.of[second]])) {
        const sum = sums[place ?? -1];
        if (sum === undefined) continue;
        sum.pairs++;
        sum.output += outputDistance;
        if (violated) sum.violations++;
        if (violated && ratio === null) sum.unseen++;
        sum.largestRatio = larger(sum.largestRatio, ratio);
        sum.provenRatio = larger(sum.provenRatio, proven);
      }
      if (outputDistance === 0) return;
      const found = { first, second, inputDistance, outputDistance, ratio };
      const last = worst[keep - 1];
      if (last !== undefined && !isWorse(found, last)) return;
      let place = worst.length;
      while (place > 0 && isWorse(found, worst[place - 1] as AuditedPair)) place--;
      const reason = ratio === null ? { reason: metricSeesNoDifference } : {};
      worst.splice(place, 0, { ...found, secondPoint: secondPoint(), ...reason });
      worst.length = Math.min(keep, worst.length);
    },
    finish: () => ({
      pairs,
      violations,
      unseen,
      provenRatio,
      worst,
      groups: sums.map(({ output, ...sum }) => ({
        ...sum,
        meanOutputDistance: sum.pairs === 0 ? null : output / sum.pairs,
      })),
    }),
  };
}

/** The larger of two of which null is none. */
function larger(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a;
}

type Ranked = Pick<AuditedPair, 'ratio' | 'outputDistance'>;

function isWorse(a: Ranked, b: Ranked): boolean {
  if (a.ratio === null || b.ratio === null) {
    return a.ratio === b.ratio ? a.outputDistance > b.outputDistance : a.ratio === null;
  }
  return a.ratio > b.ratio;
}
