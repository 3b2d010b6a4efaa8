import type { AuditResult, Cell } from '@dpfair/result';
import { formatNumber, formatRange, formatWhole } from '../../format/index.js';
import {
  bestWinner,
  type Compared,
  countDirections,
  direction,
  distinguishable,
  entityView,
  expectedToLose,
  peopleView,
  type WrongAnswers,
  withRange,
  worstLoser,
  wrongAnswers,
  wrongProbability,
} from '../../measure/index.js';
import { answerVerdictMessages as say } from '../../messages/answer-messages.js';
import { verdictMessages } from '../../messages/verdict-messages.js';
import { postWords } from '../../words/index.js';
import { entityLabel } from '../entity-label.js';

/** What a yes-or-no rule does at the headline cell: how many answers are wrong, whose, and for whom most likely; no full stops. */
export function answerSentences(result: AuditResult, at: string, cell: Cell): string[] {
  const wrong = wrongAnswers(cell);
  const { label } = postWords(cell.post);
  if (!distinguishable(wrong.all)) return [nothingSure(cell, at, label, wrong)];
  const first = say.expected(at, label, amount(cell, wrong.all), formatWhole(wrong.asked), whose(wrong));
  const { undecided } = countDirections(cell);
  const named = [
    likeliest(result, cell, worstLoser(cell), loserWords(cell)),
    likeliest(result, cell, bestWinner(cell), say.winner),
    undecided > 0 ? say.undecided(formatWhole(undecided)) : null,
  ].filter((text): text is string => text !== null);
  return [...withPeople(result, cell, first), ...(named.length > 0 ? [named.join('; ')] : []), say.oneRelease()];
}

/** How many people the wrong answers touch, and where most of them are, where the result knows it. */
function withPeople(result: AuditResult, cell: Cell, first: string): readonly string[] {
  const people = peopleView(cell);
  if (people === null || !distinguishable(people.losing) || people.worst === null) return [first];
  const { role, entitled, losing, worst } = people;
  const entities = formatWhole(cell.people?.losing.entities ?? 0);
  const name = entityLabel(cell, entityView(result, cell, worst));
  const most = say.mostPeople(
    name,
    formatNumber(expectedToLose(cell, worst)),
    formatWhole(cell.entities.people?.[worst] ?? 0),
  );
  return [first, `${say.people(amount(cell, losing), formatWhole(entitled), role, entities)}; ${most}`];
}

/** With the people of the entity, where they are known. */
const loserWords = (cell: Cell) => (name: string, probability: string, index: number) => {
  const people = cell.entities.people?.[index] ?? null;
  return people === null
    ? say.loser(name, probability)
    : say.loserWithPeople(name, probability, say.ofPeople(formatWhole(people)));
};

/** An expected number of answers, with its interval where it was simulated. */
export function amount(cell: Cell, { estimate, lower, upper }: Compared): string {
  const text = formatNumber(estimate);
  const range =
    cell.method === 'montecarlo' ? formatRange(estimate, lower, upper, (value) => formatNumber(value)) : null;
  return range === null ? text : `${text} (${range})`;
}

function whose({ asked, entitled, lose, gain }: WrongAnswers): string {
  const parts = [
    ...(entitled > 0 ? [say.lose(formatNumber(lose.estimate), formatWhole(entitled))] : []),
    ...(asked > entitled ? [say.gain(formatNumber(gain.estimate), formatWhole(asked - entitled))] : []),
  ];
  return parts.join(', ');
}

/** The entity most likely to get a wrong answer of one kind; null when there is none that is sure. */
function likeliest(
  result: AuditResult,
  cell: Cell,
  index: number | null,
  tell: (name: string, probability: string, index: number) => string,
): string | null {
  if (index === null || !['gains', 'loses'].includes(direction(cell, index))) return null;
  return tell(entityLabel(cell, entityView(result, cell, index)), withRange(wrongProbability(cell, index)), index);
}

function nothingSure(cell: Cell, at: string, label: string, { asked, all }: WrongAnswers): string {
  if (all.estimate === 0 && all.upper === 0) return say.none(at, label);
  const how =
    all.lower === null
      ? verdictMessages.withoutInterval()
      : cell.trials === null
        ? verdictMessages.withinError()
        : verdictMessages.withTrials(formatWhole(cell.trials));
  const sentence = say.notDistinguishable(at, label, how);
  if (all.upper === null) return sentence;
  const most = formatNumber(all.upper);
  return `${sentence}; ${(/^\d/.test(most) ? say.atMost : say.below)(most, formatWhole(asked))}`;
}
