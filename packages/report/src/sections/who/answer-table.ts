import type { AuditResult, Cell } from '@dpfair/result';
import { formatNumber, formatProbability, formatWhole } from '../../format/index.js';
import type { Html } from '../../html/html.js';
import { answerView, type EntityView, expectedToLose, withRange, yesProbability } from '../../measure/index.js';
import { answerWhoMessages as say } from '../../messages/answer-messages.js';
import { whoMessages } from '../../messages/page-messages.js';
import { countNoun } from '../../words/index.js';
import { type Column, daggerOf, entityTable } from './entity-table.js';

/** Entities of one cell of a yes-or-no rule, in the given order: true answer, count, and the probabilities. */
export function answerTable(
  result: AuditResult,
  cell: Cell,
  indices: readonly number[],
  caption: string,
  id: string,
): Html {
  const people = indices.some((index) => expectedToLose(cell, index) !== null);
  const wrong = (view: EntityView) => `${formatProbability(answerView(cell, view.index).wrong)}${daggerOf(cell, view)}`;
  const losing: Column = { head: say.peopleColumn(), cell: ({ index }) => formatNumber(expectedToLose(cell, index)) };
  const columns: readonly Column[] = [
    { head: say.truth(), cell: ({ index }) => (answerView(cell, index).entitled ? say.yes() : say.no()) },
    { head: say.wrong(), cell: wrong },
    ...(people ? [losing] : []),
    { head: say.probability(), cell: ({ index }) => withRange(yesProbability(cell, index)) },
    { head: whoMessages.count(countNoun(result)), cell: ({ count }) => formatWhole(count) },
  ];
  return entityTable({ result, cell, indices, caption, id }, columns, 3);
}
