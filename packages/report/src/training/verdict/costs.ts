import type { GroupOutcome, TrainingRun } from '@dpfair/result';
import { cleanText, formatInterval, formatNumber, formatWhole } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { sideOf } from '../runs.js';
import { budgetWords } from '../words/run-words.js';

/** Groups that are named in a sentence; of more, one less. */
const MOST_NAMED = 4;

/** What the training costs each group: who clearly loses, who clearly gains, and for whom it cannot be told. No full stops. */
export function costSentences(run: TrainingRun): readonly string[] {
  const training = say.training(budgetWords(run));
  const ranked = run.groups
    .filter(({ excessiveRisk }) => excessiveRisk.estimate !== null)
    .sort((one, other) => (other.excessiveRisk.estimate ?? 0) - (one.excessiveRisk.estimate ?? 0));
  const on = (side: ReturnType<typeof sideOf>) => ranked.filter(({ excessiveRisk }) => sideOf(excessiveRisk) === side);
  if (on('unknown').length > 0) return [say.estimates(training, named(ranked, costOf, say.othersByLess))];
  const [above, below, open] = [on('above'), on('below'), on('open')];
  if (open.length === ranked.length) return [say.openAll(training, howSure(run))];
  const openNames = named(open, ({ group }) => cleanText(group), say.others);
  return [
    ...(above.length === 0 ? [] : [say.raises(training, named(above, costOf, say.othersByLess))]),
    ...(below.length === 0
      ? []
      : [say.lowers(above.length === 0 ? training : null, named(below.toReversed(), gainOf, say.othersByLess))]),
    ...(open.length === 0 ? [] : [say.open(openNames, howSure(run))]),
  ];
}

/** What an interval that holds zero rests on. */
export function howSure({ method, repetitions }: TrainingRun): string {
  return method === 'montecarlo' ? say.withRepetitions(formatWhole(repetitions)) : say.exactly();
}

function costOf({ group, excessiveRisk: { estimate, lower, upper } }: GroupOutcome): string {
  return say.raisedBy(cleanText(group), formatInterval(estimate, lower, upper, formatNumber));
}

function gainOf({ group, excessiveRisk: { estimate, lower, upper } }: GroupOutcome): string {
  const turned = (value: number | null) => (value === null ? null : -value);
  return say.raisedBy(cleanText(group), formatInterval(turned(estimate), turned(upper), turned(lower), formatNumber));
}

/** 'A, B and C'; of many the first three, and how many more there are. */
function named(
  groups: readonly GroupOutcome[],
  textOf: (group: GroupOutcome) => string,
  rest: (count: string) => string,
): string {
  const many = groups.length > MOST_NAMED;
  const shown = many ? groups.slice(0, MOST_NAMED - 1) : groups;
  const texts = [...shown.map(textOf), ...(many ? [rest(formatWhole(groups.length - shown.length))] : [])];
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : say.and(texts.slice(0, -1).join(', '), last);
}
