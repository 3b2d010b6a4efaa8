import type { AuditResult, Cell, EventOfCell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, cutName, formatNumber, formatProbability, formatWhole, MISSING } from '../format/index.js';
import { cellGrid, entityView, headlineCell, rowOf } from '../measure/index.js';
import { eventWords as say } from '../messages/events/event-who-messages.js';
import { atLabel, postWords, sentence } from '../words/index.js';
import { chanceOfOther, eventCounts } from './event-counts.js';

/** One row for each question of each cell; null where no question comes along with the decision. */
export function eventTable(result: AuditResult): TextTable | null {
  const rows = cellGrid(result).rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      (cell.entities.events ?? []).map((event) => {
        const { yes, lose, mayLose, gain } = eventCounts(event);
        return [
          row.label,
          cleanText(cell.post),
          cleanText(event.name),
          formatWhole(yes),
          formatNumber(lose),
          formatWhole(mayLose),
          formatNumber(gain),
          likeliestLoser(result, cell, event),
          event.method === 'montecarlo' ? 'Monte Carlo' : event.method,
        ];
      }),
    ),
  );
  return rows.length === 0 ? null : { columns: say.columns(), rows };
}

function likeliestLoser(result: AuditResult, cell: Cell, event: EventOfCell): string {
  const [first] = eventCounts(event).losers;
  if (first === undefined) return MISSING;
  return `${cutName(entityView(result, cell, first).name, 44)} ${formatProbability(chanceOfOther(event, first))}`;
}

/** How many may lose a yes in the cell that the page opens with; null where no question comes along with the decision. */
export function eventSentence(result: AuditResult): string | null {
  const cell = headlineCell(result);
  const events = cell?.entities.events ?? [];
  if (cell === null || events.length === 0) return null;
  const parts = events.map((event) => {
    const { yes, lose, mayLose } = eventCounts(event);
    return say.part(cleanText(event.name), formatWhole(mayLose), formatWhole(yes), formatNumber(lose));
  });
  const at = sentence(atLabel(rowOf(cellGrid(result), cell).label));
  return say.sentence(at, postWords(cell.post).phrase, parts.join('; '));
}
