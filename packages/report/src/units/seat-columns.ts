import type { AuditResult, Cell } from '@dpfair/result';
import { cutName } from '../format/index.js';
import { dataText, type Html, html } from '../html/html.js';
import { keepNumbers } from '../html/keep-numbers.js';
import {
  entityView,
  likeliestChange,
  type OutcomeUnit,
  type SeatChange,
  seatChance,
  seatChanceText,
} from '../measure/index.js';
import { seatColumnMessages as say } from '../messages/events/seat-messages.js';
import { gapColumn } from './amount-columns.js';
import { amountSheetColumns } from './sheet-columns.js';
import type { SheetColumn, SummaryColumns } from './unit-view.js';

/** The numbers of seats: gap, and who is most likely to lose and to gain one. */
export function seatColumns(result: AuditResult, unit: OutcomeUnit): SummaryColumns {
  return {
    caption: say.caption(),
    columns: [
      { ...gapColumn(unit), head: say.gap() },
      { head: say.fewer(), of: () => (cell) => likeliest(result, cell, 'fewer') },
      { head: say.more(), of: () => (cell) => likeliest(result, cell, 'more') },
    ],
  };
}

function likeliest(result: AuditResult, cell: Cell, change: SeatChange): Html {
  const index = likeliestChange(cell, change);
  if (index === null) return html`<td>${say.nobody()}</td>`;
  const { text, range } = seatChanceText(cell, change, index);
  const interval = range === null ? null : html`<br><small>(${keepNumbers(range)})</small>`;
  return html`<td>${dataText(cutName(entityView(result, cell, index).name, 44))}<br>${keepNumbers(text)}${interval}</td>`;
}

/** Gain or loss in seats, and the chances of fewer and of more. */
export function seatSheetColumns(result: AuditResult, cell: Cell, label: string): readonly SheetColumn[] {
  const chances = (['fewer', 'more'] as const).map(
    (change): SheetColumn => ({
      name: `${change} seats: ${label}, ${cell.post}`,
      of: (index) => seatChance(cell, change, index).probability,
    }),
  );
  return [...amountSheetColumns(result, cell, label), ...chances];
}
