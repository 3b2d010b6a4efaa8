import type { AuditedPairOfResult, PairSearchOfResult, SmoothingResult } from '@dpfair/result';
import { formatNumber, formatProbability, formatWhole } from '../../format/index.js';
import { searchWords } from '../../messages/smoothing/search-messages.js';
import { smoothingVerdictWords as say } from '../../messages/smoothing/verdict-messages.js';
import { excessOf } from '../smoothed.js';
import { columnsThatDiffer } from '../words/column-words.js';
import { bySeverity } from '../worst-pairs.js';

const MOST_COLUMNS = 3;

/** What the searches found of the model as it is, and of the smoothed one; a sentence each, and the worst pair. */
export function searchSentences({ searches }: SmoothingResult): readonly string[] {
  return (['model', 'smoothed'] as const).flatMap((of) => {
    const own = searches.filter((search) => search.of === of);
    return own.length === 0 ? [] : foundBy(of, own);
  });
}

function foundBy(of: PairSearchOfResult['of'], searches: readonly PairSearchOfResult[]): readonly string[] {
  const sum = (count: (search: PairSearchOfResult) => number) =>
    formatWhole(searches.reduce((total, search) => total + count(search), 0));
  const most = Math.max(...searches.map((search) => search.excess));
  const beyond = say.beyond(most === 0 ? null : excessOf(most));
  const [model, pairs] = [say.models[of](), sum((search) => search.pairs)];
  if (most >= 1) return [say.blind(model, pairs)];
  if (searches.every(({ violations }) => violations === 0)) return [say.none(model, pairs, beyond)];
  const [worst] = searches.flatMap((search) => search.worst).sort(bySeverity);
  const found = say.violations(
    model,
    sum(({ violations }) => violations),
    pairs,
    beyond,
  );
  if (worst === undefined) return [found];
  const text = pairText(worst);
  return [`${found}; ${most === 0 ? text : say.estimated(text)}`];
}

/** The pair in words: how far its answers are apart for how far it is apart itself. */
function pairText({ first, second, differs, ratio, outputDistance }: AuditedPairOfResult): string {
  const pair = say.pair(String(first), second === null ? null : String(second));
  const all = columnsThatDiffer(differs);
  const names = all.slice(0, MOST_COLUMNS);
  const more = all.length > MOST_COLUMNS ? [searchWords.more(formatWhole(all.length - MOST_COLUMNS))] : [];
  const columns = names.length === 0 ? '' : say.differing([...names, ...more].join(', '));
  if (ratio === null) return say.unseenPair(pair, formatProbability(outputDistance), columns);
  return say.worstPair(pair, formatNumber(ratio), columns);
}
