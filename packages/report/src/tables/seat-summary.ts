import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, cutName, formatInterval, formatSpan, MISSING } from '../format/index.js';
import {
  cellGrid,
  entityView,
  likeliestChange,
  outcomeUnit,
  restsOnZero,
  type SeatChange,
  seatChanceText,
} from '../measure/index.js';
import { seatColumnMessages as seats } from '../messages/events/seat-messages.js';
import { tableMessages as say } from '../messages/table-messages.js';
import { methodWords } from '../words/index.js';

/** The summary of seats: gap, and who is most likely to lose and to gain one. */
export function seatSummary(result: AuditResult): TextTable {
  const unit = outcomeUnit(result, []);
  const columns = [
    say.noise(),
    say.post(),
    say.alpha(unit.header),
    seats.fewerColumn(),
    seats.moreColumn(),
    say.method(),
  ];
  const rows = cellGrid(result).rows.flatMap((row) =>
    row.cells.map((cell) => {
      const { estimate, lower, upper } = cell.alpha;
      const write = restsOnZero(cell, cell.alpha) ? formatSpan : formatInterval;
      return [
        row.label,
        cleanText(cell.post),
        write(estimate, lower, upper, unit.cell),
        likeliest(result, cell, 'fewer'),
        likeliest(result, cell, 'more'),
        methodWords(cell),
      ];
    }),
  );
  return { columns, rows };
}

function likeliest(result: AuditResult, cell: Cell, change: SeatChange): string {
  const index = likeliestChange(cell, change);
  if (index === null) return MISSING;
  return `${cutName(entityView(result, cell, index).name, 24)} ${seatChanceText(cell, change, index).text}`;
}
