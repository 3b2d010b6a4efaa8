import type { AuditResult, Bound } from '@dpfair/result';
import { formatNumber, formatPercent, readableProse } from '../format/index.js';
import { dataText, type Html } from '../html/html.js';
import { table } from '../html/table.js';
import { cellGrid, type OutcomeUnit, outcomeUnit } from '../measure/index.js';
import { whyMessages as say } from '../messages/why-messages.js';
import { postWords } from '../words/index.js';

/** The bounds of all cells; null where there are none. */
export function boundsTable(result: AuditResult): Html | null {
  const grid = cellGrid(result);
  const all = grid.rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell) => (cell.bounds ?? []).map((bound) => ({ label, post: postWords(cell.post).label, bound }))),
  );
  if (all.length === 0) return null;
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const rows = all.map(({ label, post, bound }) => {
    const write = writerOf(bound, unit);
    return [
      label,
      post,
      say.bounds[bound.name] ?? dataText(bound.name),
      say.quantities[bound.quantity],
      write(bound.lower),
      write(bound.estimate),
      write(bound.upper),
      write(bound.slack),
      dataText(readableProse(bound.source)),
    ];
  });
  return table(say.columns(), rows, { caption: say.boundsCaption(), id: 'bounds', words: 9 });
}

/** In the unit of the outcome, unit included; a variance as it is, a cost without dollars in percent. */
function writerOf({ quantity }: Bound, unit: OutcomeUnit): (value: number | null) => string {
  if (quantity === 'variance') return formatNumber;
  if (quantity === 'cost-of-privacy' && unit.kind !== 'dollars') return formatPercent;
  return unit.text;
}
