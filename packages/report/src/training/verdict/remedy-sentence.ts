import type { TrainingResult, TrainingRun } from '@dpfair/result';
import { formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { isPrivate, type RemedyComparison, remedyComparisons } from '../remedies.js';
import { remedyWords } from '../words/remedy-words.js';

/**
 * The private remedy that narrows the difference most beside a run, by the safe end of its interval; that none does; null where none was
 * tested. Where remedies were tested at another budget only, that is named.
 */
export function remedySentence(result: TrainingResult, head: TrainingRun): string | null {
  const { runs, data } = result;
  const comparisons = remedyComparisons(result);
  const own = comparisons.find(({ remedies: [first] }) => first?.run === runs.indexOf(head));
  const comparison = own ?? comparisons[0];
  const tried = comparison === undefined ? [] : triedIn(result, comparison);
  if (comparison === undefined || tried.length === 0) return null;
  const at = own === undefined ? say.withBudget(comparison.label) : '';
  const safe = (lower: number | null) => lower ?? 0;
  const [best] = [...tried].sort((one, other) => safe(other.narrowing.lower) - safe(one.narrowing.lower));
  const fold = roundedDown(safe(best?.narrowing.lower ?? null));
  if (best === undefined || fold <= 1) return `${at}${say.noRemedy(formatWhole(tried.length))}`;
  const { estimate } = best.accuracy;
  const accuracy = (data?.classes ?? []).length === 0 || estimate === null ? null : formatPercent(estimate);
  const { phrase } = remedyWords(best.id);
  return `${at}${say.remedy(formatWhole(tried.length), phrase, `${formatNumber(fold)}-fold`, accuracy)}`;
}

/** Remedies that may be recommended: private ones that nothing is said against. */
const triedIn = (result: TrainingResult, { remedies }: RemedyComparison) =>
  remedies.filter((remedy) => remedy.id !== 'none' && isPrivate(result, remedy) && remedy.remark === null);

/** To two decimals, so that what is said is never more than what was found. */
const roundedDown = (value: number) => Math.floor(value * 100) / 100;
