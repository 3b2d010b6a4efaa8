import type { Check, PairSearchOfResult } from '@dpfair/result';
import type { PairMeasure, SmoothCondition } from '../../spec/smooth/smooth-condition.js';

/** Tests every condition on every search, conditions first: on all its pairs, or on those of the group that it names. What was found is exact. */
export function pairChecks(
  conditions: readonly SmoothCondition<PairMeasure>[],
  searches: readonly PairSearchOfResult[],
): Check[] {
  return conditions.flatMap((condition) => searches.map((search) => checkOf(condition, search)));
}

function checkOf({ text, measure, group, limit }: SmoothCondition<PairMeasure>, search: PairSearchOfResult): Check {
  const { of, search: way, changed, worst } = search;
  const own = group === null ? undefined : search.groups.find((one) => one.group === group);
  const largest =
    own === undefined
      ? worst.reduce<number | null>((most, { ratio }) => (ratio === null ? most : Math.max(most ?? 0, ratio)), null)
      : own.largestRatio;
  const unseen = (own === undefined ? search.unseen : 0) > 0;
  const value = measure === 'violations' ? (own ?? search).violations : (largest ?? (unseen ? null : 0));
  // Answers that differ between people whom the metric sees as the same have a ratio beyond every limit.
  const fails = measure === 'ratio' && unseen ? true : value !== null && value > limit;
  const name = changed.length === 0 ? way : `${way} ${changed.join(',')}`;
  return {
    id: `${text} ${of} ${name}`,
    status: fails ? 'fail' : 'pass',
    estimate: value,
    lower: value,
    upper: value,
    limit,
  };
}
