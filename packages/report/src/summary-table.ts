import type { AuditResult, Cell, Result } from '@dpfair/result';
import type { TextTable } from './figure.js';
import { cutName, formatDollars, formatInterval, formatPercent, MISSING } from './format/index.js';
import { bestWinner, cellGrid, entityView, type OutcomeUnit, outcomeUnit, worstLoser } from './measure/index.js';
import { tableMessages as say } from './messages/table-messages.js';
import { methodWords, postWords } from './words/index.js';

/**
 * The run as a table of text, one row per mechanism, budget and post-processing: for the terminal and for CSV.
 * Estimates carry their interval, '27.4 (26.9 to 27.9)', where it is wider than the last digit shown.
 *
 * @returns columns noise, post-processing, gap (alpha, unit in the header), cost of privacy as percent and, with a
 * budget, in dollars, worst loser, worst winner and method. Plain text, not HTML.
 */
export function summaryTable(result: Result): TextTable {
  const grid = cellGrid(result);
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const money = unit.kind === 'dollars';
  const shares = result.unit === 'share';
  const columns = [
    say.noise(),
    say.post(),
    say.alpha(unit.header),
    ...(shares ? [say.cost()] : []),
    ...(money ? [say.costDollars()] : []),
    say.loser(unit.header),
    say.winner(unit.header),
    say.method(),
  ];
  const rows = grid.rows.flatMap((row) =>
    row.cells.map((cell) => [
      row.label,
      postWords(cell.post).label,
      alphaText(cell, unit),
      ...(shares ? [costText(cell)] : []),
      ...(money ? [costDollarsText(cell)] : []),
      extremeText(result, cell, worstLoser(cell), unit),
      extremeText(result, cell, bestWinner(cell), unit),
      methodWords(cell),
    ]),
  );
  return { columns, rows };
}

function alphaText(cell: Cell, unit: OutcomeUnit): string {
  return formatInterval(cell.alpha.estimate, cell.alpha.lower, cell.alpha.upper, unit.cell);
}

function costText(cell: Cell): string {
  const cost = cell.costOfPrivacy;
  return formatInterval(cost.share, cost.lower, cost.upper, formatPercent);
}

function costDollarsText(cell: Cell): string {
  const cost = cell.costOfPrivacy;
  return formatInterval(cost.dollars, cost.dollarsLower, cost.dollarsUpper, formatDollars);
}

function extremeText(result: AuditResult, cell: Cell, index: number | null, unit: OutcomeUnit): string {
  if (index === null) return MISSING;
  const view = entityView(result, cell, index);
  return `${cutName(view.name, 32)} ${formatInterval(view.bias, view.lower, view.upper, unit.cell)}`;
}
