import type { TrainingRemedy, TrainingResult, TrainingRun } from '@dpfair/result';
import { formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { isPrivate, type RemedyComparison, remedyComparisons } from '../remedies.js';
import { whoMoves } from '../who-moves.js';
import { remedyWords } from '../words/remedy-words.js';
import { becauseOf } from './moved-words.js';

/**
 * The private remedy that narrows the difference most beside a run, by the safe end of its interval; that none does; null where none was
 * tested. Who gains and who loses by it is said, and where it levels down the best that does not. Where remedies were tested at another
 * budget only, that is named.
 */
export function remedySentence(result: TrainingResult, head: TrainingRun): string | null {
  const { runs, data } = result;
  const comparisons = remedyComparisons(result);
  const own = comparisons.find(({ remedies: [first] }) => first?.run === runs.indexOf(head));
  const comparison = own ?? comparisons[0];
  const tried = comparison === undefined ? [] : triedIn(result, comparison);
  if (comparison === undefined || tried.length === 0) return null;
  const at = own === undefined ? say.withBudget(comparison.label) : '';
  const [plain] = comparison.remedies;
  const ranked = [...tried].sort((one, other) => foldOf(other) - foldOf(one));
  const [best] = ranked;
  if (best === undefined || plain === undefined || foldOf(best) <= 1)
    return `${at}${say.noRemedy(formatWhole(tried.length))}`;
  const { estimate } = best.accuracy;
  const accuracy = (data?.classes ?? []).length === 0 || estimate === null ? null : formatPercent(estimate);
  const narrows = say.remedy(formatWhole(tried.length), remedyWords(best.id).phrase, foldText(best), accuracy);
  const moves = whoMoves(result, plain, best);
  const because = moves === null ? '' : becauseOf(moves);
  const fairer = moves?.levelsDown
    ? ranked.find((remedy) => foldOf(remedy) > 1 && whoMoves(result, plain, remedy)?.levelsDown === false)
    : undefined;
  const other = fairer === undefined ? '' : say.withoutLevelling(remedyWords(fairer.id).phrase, foldText(fairer));
  return `${at}${narrows}${because}${other}`;
}

/** Remedies that may be recommended: private ones that nothing is said against. */
const triedIn = (result: TrainingResult, { remedies }: RemedyComparison) =>
  remedies.filter((remedy) => remedy.id !== 'none' && isPrivate(result, remedy) && remedy.remark === null);

/** The safe end of the factor by which it narrows the difference, to two decimals, so that what is said is never more than what was found. */
const foldOf = ({ narrowing: { lower } }: TrainingRemedy) => Math.floor((lower ?? 0) * 100) / 100;
const foldText = (remedy: TrainingRemedy) => `${formatNumber(foldOf(remedy))}-fold`;
