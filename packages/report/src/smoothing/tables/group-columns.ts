import type { SmoothedGroup, SmoothingResult, SmoothingRun } from '@dpfair/result';
import { cleanText, formatProbability, formatWhole } from '../../format/index.js';
import { smoothingTableWords as say } from '../../messages/smoothing/table-messages.js';
import { fraction, hasAbstentions, hasLabels } from '../smoothed.js';

/** One column of what smoothing does to a group. */
export interface GroupColumn {
  readonly head: string;
  readonly of: (group: SmoothedGroup) => string;
}

/** All columns: rows, accuracy, probabilities of the right and of the last class, each before and after, and abstentions. */
export function groupColumns(result: SmoothingResult, run: SmoothingRun): readonly GroupColumn[] {
  const last = lastClass(result);
  return [
    { head: say.rows(), of: ({ rows }) => formatWhole(rows) },
    ...(hasLabels(run)
      ? [
          { head: say.accuracyBefore(), of: ({ accuracy }: SmoothedGroup) => fraction(accuracy.model) },
          { head: say.accuracyAfter(), of: ({ accuracy }: SmoothedGroup) => fraction(accuracy.smoothed) },
          { head: say.confidenceBefore(), of: ({ confidence }: SmoothedGroup) => fraction(confidence.model) },
          { head: say.confidenceAfter(), of: ({ confidence }: SmoothedGroup) => fraction(confidence.smoothed) },
        ]
      : []),
    { head: say.positiveBefore(last), of: ({ positive }) => fraction(positive.model) },
    { head: say.positiveAfter(last), of: ({ positive }) => fraction(positive.smoothed) },
    ...abstentions(run),
  ];
}

/** The same for a terminal: before and after in one column, without intervals. */
export function shortGroupColumns(result: SmoothingResult, run: SmoothingRun): readonly GroupColumn[] {
  const both = ({ model, smoothed }: SmoothedGroup['accuracy']) =>
    say.fromTo(formatProbability(model.estimate), formatProbability(smoothed.estimate));
  return [
    { head: say.rows(), of: ({ rows }) => formatWhole(rows) },
    ...(hasLabels(run)
      ? [
          { head: say.accuracyBoth(), of: ({ accuracy }: SmoothedGroup) => both(accuracy) },
          { head: say.confidenceBoth(), of: ({ confidence }: SmoothedGroup) => both(confidence) },
        ]
      : []),
    { head: say.positiveBoth(lastClass(result)), of: ({ positive }) => both(positive) },
    ...abstentions(run),
  ];
}

const lastClass = ({ model }: SmoothingResult) => cleanText(model.classes.at(-1) ?? '');

function abstentions(run: SmoothingRun): readonly GroupColumn[] {
  return hasAbstentions(run) ? [{ head: say.abstained(), of: ({ abstained }) => formatProbability(abstained) }] : [];
}
