import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import {
  cleanText,
  cutName,
  formatDollars,
  formatInterval,
  formatPercent,
  formatSpan,
  MISSING,
} from '../format/index.js';
import {
  bestWinner,
  cellGrid,
  entityView,
  type OutcomeUnit,
  outcomeUnit,
  restsOnZero,
  worstLoser,
} from '../measure/index.js';
import { tableMessages as say } from '../messages/table-messages.js';
import { methodWords } from '../words/index.js';

/** The summary of amounts: gap, cost of privacy of shares (in dollars and percent with a budget), and who loses and gains most. */
export function amountSummary(result: AuditResult): TextTable {
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
    say.loser(unit.header),
    say.winner(unit.header),
    say.method(),
  ];
  const rows = grid.rows.flatMap((row) =>
    row.cells.map((cell) => [
      row.label,
      cleanText(cell.post),
      alphaText(cell, unit),
      ...(shares ? [costText(cell, money)] : []),
      extremeText(result, cell, worstLoser(cell), unit),
      extremeText(result, cell, bestWinner(cell), unit),
      methodWords(cell),
    ]),
  );
  return { columns, rows };
}

function alphaText(cell: Cell, unit: OutcomeUnit): string {
  const { estimate, lower, upper } = cell.alpha;
  return (restsOnZero(cell, cell.alpha) ? formatSpan : formatInterval)(estimate, lower, upper, unit.cell);
}

function costText(cell: Cell, money: boolean): string {
  const cost = cell.costOfPrivacy;
  const open = restsOnZero(cell, cost);
  const write = open ? formatSpan : formatInterval;
  if (!money) return write(cost.share, cost.lower, cost.upper, formatPercent);
  const dollars = write(cost.dollars, cost.dollarsLower, cost.dollarsUpper, formatDollars);
  return cost.share === null || open ? dollars : `${dollars}, ${formatPercent(cost.share)}`;
}

function extremeText(result: AuditResult, cell: Cell, index: number | null, unit: OutcomeUnit): string {
  if (index === null) return MISSING;
  const { name, bias } = entityView(result, cell, index);
  return `${cutName(name, 24)} ${unit.cell(bias)}`;
}
