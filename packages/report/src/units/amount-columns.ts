import type { AuditResult, Cell } from '@dpfair/result';
import { cutName, formatPercent, formatRange, MISSING } from '../format/index.js';
import { dataText, type Html, html } from '../html/html.js';
import { keepNumbers } from '../html/keep-numbers.js';
import {
  bestOfRow,
  bestWinner,
  type Compared,
  entityView,
  measured,
  type OutcomeUnit,
  restsOnZero,
  worstLoser,
} from '../measure/index.js';
import { summaryMessages as say } from '../messages/page-messages.js';
import { numberCell } from '../sections/number-cell.js';
import type { SummaryColumn, SummaryColumns } from './unit-view.js';

/** The numbers of amounts: gap, cost of privacy of shares, and who loses and gains most. */
export function amountColumns(result: AuditResult, unit: OutcomeUnit): SummaryColumns {
  return {
    caption: say.caption(unit.header),
    columns: [
      gapColumn(unit),
      ...(result.unit === 'share' ? [costColumn(unit)] : []),
      { head: say.loser(), of: () => (cell) => extreme(result, cell, worstLoser(cell), unit, say.noLoser()) },
      { head: say.winner(), of: () => (cell) => extreme(result, cell, bestWinner(cell), unit, say.noWinner()) },
    ],
  };
}

/** The widest difference of biases. */
export function gapColumn(unit: OutcomeUnit): SummaryColumn {
  return {
    head: say.gap(),
    of: (row) => {
      const best = row[bestOfRow(row.map((cell) => cell.alpha)) ?? -1];
      return (cell) =>
        numberCell(cell.alpha, unit.cell, cell === best, cell.alpha.reason, {
          first: true,
          open: restsOnZero(cell, cell.alpha),
        });
    },
  };
}

function costColumn(unit: OutcomeUnit): SummaryColumn {
  return {
    head: say.cost(),
    of: (row) => {
      const best = row[bestOfRow(row.map(costOf)) ?? -1];
      return (cell) => costCell(cell, unit, cell === best);
    },
  };
}

function costOf(cell: Cell): Compared {
  const { share, lower, upper } = cell.costOfPrivacy;
  return { estimate: share, lower, upper };
}

/** In dollars with the percentage of the budget under it, or the percentage alone. */
function costCell(cell: Cell, unit: OutcomeUnit, best: boolean): Html {
  const cost = costOf(cell);
  // told once a cell: the gap beside it has the reason
  const { reason } = cell.costOfPrivacy;
  if (cost.estimate === null && reason !== null && reason === cell.alpha.reason)
    return html`<td>${say.notDefined()}</td>`;
  const open = restsOnZero(cell, cost);
  if (unit.kind !== 'dollars') return numberCell(cost, formatPercent, best, reason, { open });
  return numberCell(cost, unit.cell, best, reason, open ? { open } : { below: formatPercent(cost.estimate) });
}

function extreme(result: AuditResult, cell: Cell, index: number | null, unit: OutcomeUnit, none: string): Html {
  if (index === null) return html`<td>${measured(cell) ? none : MISSING}</td>`;
  const view = entityView(result, cell, index);
  const range = formatRange(view.bias, view.lower, view.upper, unit.cell);
  const interval = range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`;
  return html`<td>${dataText(cutName(view.name, 44))}<br>${keepNumbers(unit.cell(view.bias))}${interval}</td>`;
}
