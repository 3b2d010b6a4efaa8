import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatDollars, formatInterval, formatPercent, formatWhole } from '../format/index.js';
import {
  type CellRow,
  type GroupOrder,
  type GroupView,
  groupDollars,
  groupViews,
  outcomeUnit,
} from '../measure/index.js';
import { groupTableMessages as say } from '../messages/table-messages.js';
import { postWords } from '../words/index.js';

/**
 * The groups of all cells of a row, each cell sorted by gain or loss: in dollars where there is a budget, else in percent.
 *
 * @param only names of the groups to list; all by default
 */
export function amountGroups(result: AuditResult, row: CellRow, only?: ReadonlySet<string>): TextTable {
  const groups = row.cells.flatMap((cell) => cell.groups);
  const unit = outcomeUnit(
    result,
    groups.map((group) => group.bias),
  );
  const money = unit.kind === 'dollars';
  const columns = [
    say.post(),
    say.group(),
    say.entities(),
    say.count(),
    say.bias(unit.header),
    say.percent(),
    ...(money ? [say.perPerson()] : []),
    say.gaining(),
    say.losing(),
  ];
  const rows = row.cells.flatMap((cell) =>
    listed(cell, money ? 'bias' : 'fraction', only).map(({ group, fraction }) => [
      postWords(cell.post).label,
      cleanText(group.group),
      say.size(formatWhole(group.entities), group.small),
      formatWhole(group.count),
      money && group.bias === null
        ? formatDollars(groupDollars(result, group))
        : formatInterval(group.bias, group.lower, group.upper, unit.cell),
      formatPercent(fraction),
      ...(money ? [formatDollars(group.dollarsPerPerson)] : []),
      formatWhole(group.gaining),
      formatWhole(group.losing),
    ]),
  );
  return { columns, rows };
}

function listed(cell: Cell, order: GroupOrder, only: ReadonlySet<string> | undefined): GroupView[] {
  const views = groupViews(cell, order);
  return only === undefined ? views : views.filter((view) => only.has(view.group.group));
}
