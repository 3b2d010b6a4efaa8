import type { AuditResult, Cell, Result } from '@dpfair/result';
import type { TextTable } from './figure.js';
import {
  cleanText,
  cutName,
  formatDollars,
  formatInterval,
  formatPercent,
  formatSpan,
  MISSING,
} from './format/index.js';
import {
  bestWinner,
  cellGrid,
  entityView,
  type OutcomeUnit,
  outcomeUnit,
  restsOnZero,
  worstLoser,
} from './measure/index.js';
import { tableMessages as say } from './messages/table-messages.js';
import { answerSummary } from './tables/answer-summary.js';
import { methodWords } from './words/index.js';

/**
 * The run as a table of text, one row per mechanism, budget and post-processing: for the terminal and for CSV.
 * Gap and cost carry their interval, '27.4 (26.9 to 27.9)', where it is wider than the last digit shown.
 *
 * @returns columns noise, post-processing (as it is typed), gap (alpha, unit in the header), cost of privacy (in dollars
 * and percent with a budget), who loses and gains most, and method; of a yes-or-no rule the expected number of wrong
 * answers and the probabilities of the two extremes. Plain text, not HTML.
 */
export function summaryTable(result: Result): TextTable {
  if (result.unit === 'probability') return answerSummary(result);
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
