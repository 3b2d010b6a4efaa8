import type { TrainingResult, TrainingRun } from '@dpfair/result';
import { formatNumber, formatPercent } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { isPrivate, remedyComparisons } from '../remedies.js';
import { remedyWords } from '../words/remedy-words.js';

/**
 * The private remedy that narrows the difference most where a run is the plain training, by the safe end of its interval; that none
 * does; null where none was tested there.
 */
export function remedySentence(result: TrainingResult, head: TrainingRun): string | null {
  const { runs, data } = result;
  const comparison = remedyComparisons(result).find(({ remedies: [first] }) => first?.run === runs.indexOf(head));
  const tried = (comparison?.remedies ?? []).filter(
    (remedy) => remedy.id !== 'none' && isPrivate(result, remedy) && remedy.remark === null,
  );
  if (tried.length === 0) return null;
  const safe = (lower: number | null) => lower ?? 0;
  const [best] = [...tried].sort((one, other) => safe(other.narrowing.lower) - safe(one.narrowing.lower));
  if (best === undefined || safe(best.narrowing.lower) <= 1) return say.noRemedy();
  const { estimate } = best.accuracy;
  const accuracy = data.classes.length === 0 || estimate === null ? null : formatPercent(estimate);
  return say.remedy(remedyWords(best.id).phrase, `${formatNumber(safe(best.narrowing.lower))}-fold`, accuracy);
}
