import type { SmoothingResult, SmoothingRun } from '@dpfair/result';
import { formatConfidence, formatPlain, formatWhole } from '../../format/index.js';
import { smoothingVerdictWords as say } from '../../messages/smoothing/verdict-messages.js';
import { sentence } from '../../words/index.js';
import { drawsOf, excessOf, hasLabels, headRun, oddsOf } from '../smoothed.js';
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
    ...(head === null ? [] : smoothedSentences(head, result.runs.length)),
    ...found,
    ...(result.run.interrupted ? [say.interrupted()] : []),
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

/** What holds for any two people, in one sentence. */
function guaranteeSentence({ guarantee: { excess, delta, scope } }: SmoothingRun): string {
  if (excess >= 1 || delta >= 1) return say.noGuarantee();
  return say.guarantee(excessOf(excess), oddsOf(delta), say.scopes[scope]());
}

function shortSentence({ guarantee: { short } }: SmoothingRun): readonly string[] {
  return short === 0 ? [] : [say.short(formatWhole(short))];
}
