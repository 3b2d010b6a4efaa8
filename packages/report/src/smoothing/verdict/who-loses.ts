import type { SmoothedGroup, SmoothingRun } from '@dpfair/result';
import { cleanText, formatProbability, formatWhole } from '../../format/index.js';
import { smoothingVerdictWords as say } from '../../messages/smoothing/verdict-messages.js';
import { fraction } from '../smoothed.js';

/** Accuracy and the probability of the right class over all rows, before and after. */
export function accuracySentences({ population: { accuracy, confidence } }: SmoothingRun): readonly string[] {
  return [
    say.accuracy(formatProbability(accuracy.model.estimate), fraction(accuracy.smoothed)),
    say.confidence(formatProbability(confidence.model.estimate), fraction(confidence.smoothed)),
  ];
}

/**
 * The group for which the right class is least probable after smoothing, and the group that loses most of that probability where it is
 * another one. Only where the interval of the worst lies below those of all other groups it is not called an estimate.
 */
export function worstSentences(run: SmoothingRun): readonly string[] {
  const known = run.groups.filter(({ confidence }) => confidence.smoothed.estimate !== null);
  if (known.length < 2) return [];
  const after = ({ confidence }: SmoothedGroup) => confidence.smoothed.estimate ?? 1;
  const ranked = [...known].sort((one, other) => after(one) - after(other));
  const [worst] = ranked as [SmoothedGroup];
  const loser = [...known].sort((one, other) => lossOf(other) - lossOf(one))[0];
  const { confidence, accuracy } = worst;
  return [
    say.worst(
      named(worst),
      isBelow(worst, ranked.slice(1)),
      formatProbability(confidence.model.estimate),
      fraction(confidence.smoothed),
      say.worstAccuracy(formatProbability(accuracy.model.estimate), fraction(accuracy.smoothed)),
    ),
    ...(loser === undefined || loser === worst || lossOf(loser) <= 0
      ? []
      : [
          say.losesMost(
            named(loser),
            formatProbability(loser.confidence.model.estimate),
            fraction(loser.confidence.smoothed),
          ),
        ]),
  ];
}

/** What a group loses of the probability of its right class. */
export const lossOf = ({ confidence: { model, smoothed } }: SmoothedGroup): number =>
  model.estimate === null || smoothed.estimate === null ? 0 : model.estimate - smoothed.estimate;

function isBelow(worst: SmoothedGroup, others: readonly SmoothedGroup[]): boolean {
  const upper = worst.confidence.smoothed.upper;
  return others.every(
    ({ confidence: { smoothed } }) => upper !== null && smoothed.lower !== null && upper < smoothed.lower,
  );
}

function named({ group, rows, small }: SmoothedGroup): string {
  return small ? say.fewRows(cleanText(group), formatWhole(rows)) : cleanText(group);
}

/** For how many rows no class is named, and for which group most often. */
export function abstainedSentence({ population, groups }: SmoothingRun): readonly string[] {
  if (population.abstained === null || population.abstained === 0) return [];
  const [first, second] = groups
    .filter(({ abstained }) => abstained !== null)
    .sort((one, other) => (other.abstained ?? 0) - (one.abstained ?? 0));
  const most =
    first === undefined || second === undefined || first.abstained === second.abstained
      ? null
      : say.mostOften(named(first), formatProbability(first.abstained));
  return [say.abstained(formatProbability(population.abstained), most)];
}
