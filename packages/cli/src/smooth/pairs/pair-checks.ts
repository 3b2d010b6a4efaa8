import type { Check, CheckStatus, PairSearchOfResult } from '@dpfair/result';
import type { PairMeasure, SmoothCondition } from '../../spec/smooth/smooth-condition.js';

/**
 * Tests every condition on every search, conditions first: on all its pairs, or on those of the group that it names. Ratios of sampled answers are not
 * exact: their lower end is what is left of the ratio when sampling is taken off, and a limit between the two is inconclusive.
 */
export function pairChecks(
  conditions: readonly SmoothCondition<PairMeasure>[],
  searches: readonly PairSearchOfResult[],
): Check[] {
  return conditions.flatMap((condition) => searches.map((search) => checkOf(condition, search)));
}

function checkOf({ text, measure, group, limit }: SmoothCondition<PairMeasure>, search: PairSearchOfResult): Check {
  const { of, search: way, changed } = search;
  const name = changed.length === 0 ? way : `${way} ${changed.join(',')}`;
  const found = group === null ? search : search.groups.find((one) => one.group === group);
  const id = `${text} ${of} ${name}`;
  if (found === undefined) return { id, status: 'error', estimate: null, lower: null, upper: null, limit };
  const { estimate, lower } = measure === 'violations' ? exactly(found.violations) : ratioOf(found, search.excess);
  // Answers that differ between people whom the metric sees as the same have a ratio beyond every limit.
  const beyond = measure === 'ratio' && (found.unseen ?? 0) > 0;
  return {
    id,
    status: beyond ? 'fail' : statusOfFound(estimate, lower, limit),
    estimate,
    lower,
    upper: estimate,
    limit,
  };
}

type Found = PairSearchOfResult | PairSearchOfResult['groups'][number];

interface Size {
  readonly estimate: number | null;
  readonly lower: number | null;
}

const exactly = (value: number | null): Size => ({ estimate: value, lower: value });

function ratioOf(found: Found, excess: number): Size {
  const largest =
    'worst' in found
      ? found.worst.reduce<number | null>(
          (most, { ratio }) => (ratio === null ? most : Math.max(most ?? 0, ratio)),
          null,
        )
      : found.largestRatio;
  const estimate = largest ?? ((found.unseen ?? 0) > 0 ? null : 0);
  return excess === 0
    ? exactly(estimate)
    : { estimate, lower: largest === null ? estimate : (found.provenRatio ?? null) };
}

/** What a search found is no bound on what it did not look at: a pass says that nothing beyond the limit was found. */
function statusOfFound(estimate: number | null, lower: number | null, limit: number): CheckStatus {
  if (estimate !== null && estimate <= limit) return 'pass';
  return lower !== null && lower > limit ? 'fail' : 'inconclusive';
}
