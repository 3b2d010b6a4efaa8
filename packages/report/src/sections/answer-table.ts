import type { AuditResult, Cell } from '@dpfair/result';
import { formatNumber, formatProbability, formatWhole } from '../format/index.js';
import { dataText, type Html } from '../html/html.js';
import { table } from '../html/table.js';
import { answerView, direction, entityView, expectedToLose, withRange, yesProbability } from '../measure/index.js';
import { answerWhoMessages as answers } from '../messages/answer-messages.js';
import { whoMessages as say } from '../messages/page-messages.js';
import { countNoun } from '../words/index.js';

/** Entities of one cell of a yes-or-no rule, in the given order: true answer, count, and the probabilities. */
export function answerTable(
  result: AuditResult,
  cell: Cell,
  indices: readonly number[],
  caption: string,
  id: string,
): Html {
  const people = indices.some((index) => expectedToLose(cell, index) !== null);
  const columns = [
    say.name(),
    say.id(),
    answers.truth(),
    answers.wrong(),
    ...(people ? [answers.peopleColumn()] : []),
    answers.probability(),
    say.count(countNoun(result)),
  ];
  const rows = indices.map((index) => {
    const view = entityView(result, cell, index);
    const { entitled, wrong } = answerView(cell, index);
    const unsure = direction(cell, index) === 'undecided' ? '\u202f\u2020' : '';
    return [
      dataText(view.name),
      dataText(view.id),
      entitled ? answers.yes() : answers.no(),
      `${formatProbability(wrong)}${unsure}`,
      ...(people ? [formatNumber(expectedToLose(cell, index))] : []),
      withRange(yesProbability(cell, index)),
      formatWhole(view.count),
    ];
  });
  return table(columns, rows, { caption, id, words: 3 });
}
