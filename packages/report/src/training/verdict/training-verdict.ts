import type { TrainingResult, TrainingRun } from '@dpfair/result';
import {
  cleanText,
  formatConfidence,
  formatInterval,
  formatNumber,
  formatPercent,
  formatWhole,
  readableProse,
} from '../../format/index.js';
import { runWords } from '../../messages/training/run-messages.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { sentence } from '../../words/index.js';
import { hasNumbers, headRun, plainRuns, sideOf } from '../runs.js';
import { lossUnit } from '../words/loss-words.js';
import { budgetWords } from '../words/run-words.js';
import { costSentences } from './costs.js';
import { logSentences } from './log-sentences.js';
import { remedySentence } from './remedy-sentence.js';
import { bearsSentence, causeSentence, fewRowsSentence } from './who-bears.js';

/**
 * What private training costs whom, in a few sentences worded by rules from the numbers: nothing is said that the intervals do not
 * support, and a training that is not private, or that diverged, is called so first.
 */
export function trainingVerdict(result: TrainingResult): string {
  const { runs } = result;
  const head = headRun(runs);
  if (head === null) return withoutNumbers(runs[0]);
  if (result.data === null) return `${logSentences(head).join(' ')} (${methodNote(head)})`;
  const sentences = [
    result.warnings.some(({ code }) => code === 'training-unstable') ? say.notLearned() : null,
    privacySentence(head),
    ...costSentences(head),
    bearsSentence(head),
    fewRowsSentence(head),
    causeSentence(head),
    testSentence(head, result.data.label),
    unitSentence(result),
    divergedSentence(head),
    milderSentence(runs, head),
    remedySentence(result, head),
    result.run.interrupted ? say.interrupted() : null,
  ].filter((text) => text !== null);
  return `${sentences.map((text) => `${sentence(text)}.`).join(' ')} (${methodNote(head)})`;
}

function withoutNumbers(run: TrainingRun | undefined): string {
  if (run === undefined) return say.noRun();
  const { repetitions, firstStep } = run.diverged;
  if (repetitions === 0) return say.noNumbers();
  if (run.algorithm.name !== 'dp-sgd') return say.noneReached(formatWhole(repetitions));
  return say.allDiverged(formatWhole(repetitions), firstStep === null ? null : formatWhole(firstStep));
}

function privacySentence({ privacy }: TrainingRun): string | null {
  if (!privacy.private) return say.notPrivate(cleanText(readableProse(privacy.reason ?? runWords.noReason())));
  return privacy.epsilon === null ? say.noGuarantee() : null;
}

/** Accuracy, or the error of a number that is predicted, on test rows. */
function testSentence({ population: { accuracy, testError } }: TrainingRun, label: string): string | null {
  const without = accuracy.nonPrivate.estimate ?? testError?.nonPrivate.estimate ?? null;
  const withPrivacy = accuracy.private.estimate ?? testError?.private.estimate ?? null;
  if (without === null || withPrivacy === null) return null;
  if (accuracy.nonPrivate.estimate !== null) return say.accuracy(formatPercent(without), formatPercent(withPrivacy));
  return say.testError(cleanText(label), formatNumber(without), formatNumber(withPrivacy));
}

/** What squared errors are measured in: that depends on the label. */
function unitSentence(result: TrainingResult): string | null {
  const unit = result.model?.loss === 'squared' ? lossUnit(result) : null;
  return unit === null ? null : say.lossUnit(unit);
}

function divergedSentence({ algorithm, diverged, repetitions: ended }: TrainingRun): string | null {
  const { repetitions, firstStep } = diverged;
  if (repetitions === 0) return null;
  if (algorithm.name !== 'dp-sgd') return say.unreached(formatWhole(repetitions), formatWhole(repetitions + ended));
  const step = firstStep === null ? null : formatWhole(firstStep);
  return say.diverged(formatWhole(repetitions), formatWhole(repetitions + ended), step);
}

/** The largest other budget without a remedy. */
function milderSentence(runs: readonly TrainingRun[], head: TrainingRun): string | null {
  const budget = (run: TrainingRun) => run.privacy.epsilon ?? 0;
  const [mild] = plainRuns(runs)
    .filter((run) => hasNumbers(run) && budget(run) > budget(head))
    .sort((one, other) => budget(other) - budget(one));
  if (mild === undefined || mild.gap.estimate === null) return null;
  const { estimate, lower, upper } = mild.gap;
  if (sideOf(mild.gap) !== 'above') return say.milderNothing(budgetWords(mild));
  return say.milder(budgetWords(mild), formatInterval(estimate, lower, upper, formatNumber));
}

function methodNote({ method, repetitions, confidence }: TrainingRun): string {
  return method === 'montecarlo' ? say.method(formatWhole(repetitions), formatConfidence(confidence)) : say.exact();
}
