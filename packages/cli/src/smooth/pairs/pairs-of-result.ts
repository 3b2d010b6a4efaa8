import type { AuditedPair, PairSearch } from '@dpfair/individual';
import type { AuditedPairOfResult, PairSearchOfResult } from '@dpfair/result';
import { type Feature, inColumnUnits } from '../metric/features.js';
import type { PreparedSmoothing } from '../prepare-smoothing.js';

/** What a search found as a result says it: lines of the file for places of rows, numbers in the units of their columns. */
export function pairsOfResult(
  { worst, groups, changed, ...search }: PairSearch,
  of: PairSearchOfResult['of'],
  excess: number,
  prepared: PreparedSmoothing,
): PairSearchOfResult {
  return {
    ...search,
    of,
    excess,
    changed: [...changed],
    worst: worst.map((pair) => pairOfResult(pair, prepared)),
    groups: groups.map((group) => ({ ...group })),
  };
}

function pairOfResult(
  { first, second, secondPoint, inputDistance, outputDistance, ratio, reason }: AuditedPair,
  { features, examples, lines, people }: PreparedSmoothing,
): AuditedPairOfResult {
  const width = features.length;
  const firstPoint = examples.features.subarray(first * width, (first + 1) * width);
  // Rows of a unit ball were cut: their numbers cannot be put back.
  const show = (feature: Feature, value: number) =>
    people.encoding.radius === null ? inColumnUnits(feature, value) : value;
  return {
    first: lines[first] as number,
    second: second === first ? null : (lines[second] as number),
    differs: features.flatMap((feature, i) => {
      const [one, other] = [firstPoint[i] as number, secondPoint[i] as number];
      return one === other ? [] : [{ column: feature.name, first: show(feature, one), second: show(feature, other) }];
    }),
    inputDistance,
    outputDistance: Math.min(1, outputDistance),
    ratio,
    reason: reason ?? null,
  };
}
