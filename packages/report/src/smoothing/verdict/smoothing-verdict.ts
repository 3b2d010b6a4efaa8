import type { SmoothingResult, SmoothingRun } from '@dpfair/result';
import { formatConfidence, formatPlain, formatWhole } from '../../format/index.js';
import { smoothingVerdictWords as say } from '../../messages/smoothing/verdict-messages.js';
import { sentence } from '../../words/index.js';
import { drawsOf, excessOf, fraction, hasLabels, headRun, isPart, oddsOf } from '../smoothed.js';
import { searchSentences } from './found-pairs.js';
import { abstainedSentence, accuracySentences, worstSentences } from './who-loses.js';

/**
 * What smoothing guarantees, what it costs in accuracy, whom most, and what a search for unfair pairs found: worded by rules from the
 * numbers, and nothing is said that the guarantee or the intervals do not support.
 */
export function smoothingVerdict(result: SmoothingResult): string {
  const head = headRun(result);
  const found = searchSentences(result);
  if (head === null && found.length === 0) return say.nothing();
  const sentences = [
    ...(head === null ? [] : [...stoppedSentence(result, head), ...smoothedSentences(head, result.runs.length)]),
    ...(head === null ? [] : scaleSentence(head, result.runs)),
    ...found,
    ...(result.run.interrupted && !(head !== null && isPart(result, head)) ? [say.interrupted()] : []),
  ];
  const note =
    head === null
      ? say.methodSearch(result.answers ?? null)
      : say.method(drawsOf(head), formatConfidence(head.confidence));
  return `${sentences.map((text) => `${sentence(text)}.`).join(' ')} (${note})`;
}

/** The run at the first scale; which one it is is said where there are more. */
function smoothedSentences(run: SmoothingRun, scales: number): readonly string[] {
  const at = scales < 2 ? '' : say.scale(formatPlain(run.metric.constant), formatWhole(scales));
  return [
    `${at}${guaranteeSentence(run)}`,
    ...shortSentence(run),
    ...(hasLabels(run) ? [...accuracySentences(run), ...worstSentences(run)] : [say.noLabels()]),
    ...abstainedSentence(run),
  ];
}

/** How many of the rows all numbers are of, where the run was stopped before it had them all. */
function stoppedSentence(result: SmoothingResult, head: SmoothingRun): readonly string[] {
  return isPart(result, head) ? [say.stopped(formatWhole(head.population.rows), formatWhole(result.data.rows))] : [];
}

/** What the other scales change: which has the best accuracy, and which promises most. */
function scaleSentence(head: SmoothingRun, runs: readonly SmoothingRun[]): readonly string[] {
  const ranked = [...runs].sort((one, other) => one.metric.constant - other.metric.constant);
  const [strictest] = ranked;
  if (strictest === undefined || ranked.length < 2) return [];
  const accuracyOf = ({ population }: SmoothingRun) => population.accuracy.smoothed;
  const isKnown = accuracyOf(strictest).estimate !== null;
  // Of equally good scales the strictest.
  const best = ranked.reduce((most, run) =>
    (accuracyOf(run).estimate ?? 0) > (accuracyOf(most).estimate ?? 0) ? run : most,
  );
  const scaleOf = ({ metric }: SmoothingRun) => formatPlain(metric.constant);
  const ofStrictest = isKnown ? fraction(accuracyOf(strictest)) : null;
  return [
    [
      ...(isKnown ? [say.bestScale(best === head, scaleOf(best), fraction(accuracyOf(best)))] : []),
      say.strictestScale(strictest === head, scaleOf(strictest), strictest === best ? null : ofStrictest),
    ].join('; '),
  ];
}

/** What holds for any two people, in one sentence. */
function guaranteeSentence({ guarantee: { excess, delta, scope } }: SmoothingRun): string {
  if (excess >= 1 || delta >= 1) return say.noGuarantee();
  return say.guarantee(excessOf(excess), oddsOf(delta), say.scopes[scope]());
}

function shortSentence({ guarantee: { short } }: SmoothingRun): readonly string[] {
  return short === 0 ? [] : [say.short(formatWhole(short))];
}
