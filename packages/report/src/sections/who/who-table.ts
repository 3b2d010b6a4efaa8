import type { AuditResult, Cell } from '@dpfair/result';
import {
  formatBeside,
  formatDollars,
  formatInterval,
  formatNumber,
  formatPercent,
  formatScaledShare,
  formatWhole,
  MISSING,
  shareScale,
} from '../../format/index.js';
import type { Html } from '../../html/html.js';
import { type EntityView, entityView } from '../../measure/index.js';
import { whoMessages as say } from '../../messages/page-messages.js';
import { countNoun, oneOf } from '../../words/index.js';
import { type Column, daggerOf, entityTable } from './entity-table.js';

/**
 * Entities of one cell, in the given order, with truth, expected outcome and difference in every unit there is.
 *
 * @param scaled the entities that choose the unit of shares, so that tables read side by side have the same
 */
export function whoTable(
  result: AuditResult,
  cell: Cell,
  indices: readonly number[],
  scaled: readonly number[],
  caption: string,
  id: string,
): Html {
  const columns = [
    ...moneyColumns(result, cell),
    ...outcomeColumns(
      result,
      cell,
      scaled.map((index) => entityView(result, cell, index)),
    ),
    ...countColumns(result),
  ];
  return entityTable({ result, cell, indices, caption, id }, columns, 2);
}

function countColumns(result: AuditResult): Column[] {
  if (result.unit === 'count') return [];
  return [{ head: say.count(countNoun(result)), cell: (view) => formatWhole(view.count) }];
}

function outcomeColumns(result: AuditResult, cell: Cell, views: readonly EntityView[]): Column[] {
  const shares = result.unit === 'share';
  const outcomes = shareScale(views.map((view) => view.truth));
  const biases = shareScale(views.map((view) => view.bias));
  const noun = countNoun(result);
  const factor = shares ? outcomes.factor : 1;
  const write = (value: number | null) => (shares ? formatScaledShare(value, biases) : formatNumber(value));
  const difference = (view: EntityView) =>
    `${formatInterval(view.bias, view.lower, view.upper, write)}${daggerOf(cell, view)}`;
  return [
    { head: say.difference(shares ? biases.unit : noun), cell: difference },
    { head: say.percent(), cell: (view) => formatPercent(view.fraction) },
    {
      head: say.truth(shares ? outcomes.unit : noun),
      cell: (view) => formatBeside(view.truth * factor, (view.bias ?? 0) * factor, !shares),
    },
    {
      head: say.expected(shares ? outcomes.unit : noun),
      cell: (view) => formatOutcome(view, factor),
    },
  ];
}

function formatOutcome({ truth, bias }: EntityView, factor: number): string {
  return bias === null ? MISSING : formatBeside((truth + bias) * factor, bias * factor, false);
}

function moneyColumns(result: AuditResult, cell: Cell): Column[] {
  const budget = result.budgetDollars;
  if (budget === null || result.unit !== 'share') return [];
  const scaled = (value: number | null) => formatDollars(value === null ? null : value * budget);
  const dollars = (view: EntityView) =>
    `${formatInterval(view.bias, view.lower, view.upper, scaled)}${daggerOf(cell, view)}`;
  const noun = oneOf(countNoun(result));
  return [
    { head: say.dollars(), cell: dollars },
    { head: say.perPerson(noun), cell: (view) => formatDollars(view.dollarsPerPerson) },
  ];
}
