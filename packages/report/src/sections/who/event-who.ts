import type { AuditResult, Cell, EventOfCell } from '@dpfair/result';
import { chanceOfOther, eventCounts } from '../../events/event-counts.js';
import { eventSentence } from '../../events/event-table.js';
import { cleanText, formatProbability, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { cellGrid, entityView, headlineCell, rowOf } from '../../measure/index.js';
import { eventWords as say } from '../../messages/events/event-who-messages.js';
import { whoMessages } from '../../messages/page-messages.js';
import { countNoun, postWords, sentence } from '../../words/index.js';

const MOST_ENTITIES = 10;

/**
 * How many may lose a yes, and who is most likely to, in the cell that the page opens with; null where no question comes along with
 * amounts. Of a yes-or-no decision the page names them elsewhere.
 */
export function eventWho(result: AuditResult): Html | null {
  const told = eventSentence(result);
  const cell = headlineCell(result);
  if (told === null || cell === null || result.unit === 'probability') return null;
  const name = whoMessages.cell(rowOf(cellGrid(result), cell).label, postWords(cell.post).label);
  const folds = (cell.entities.events ?? []).map((event, k) =>
    details(sentence(say.fold(cleanText(event.name), name)), entityTables(result, cell, event, `event-${k + 1}`)),
  );
  return html`<p>${told}</p>${folds}`;
}

function entityTables(result: AuditResult, cell: Cell, event: EventOfCell, id: string): Html {
  const { losers, gainers } = eventCounts(event);
  const question = html`<p>${cleanText(event.question)}</p>`;
  if (losers.length + gainers.length === 0) return html`${question}<p>${say.nobody()}</p>`;
  const name = cleanText(event.name);
  const list = (indices: readonly number[], caption: string, key: string): Html | null => {
    if (indices.length === 0) return null;
    const rows = indices.slice(0, MOST_ENTITIES).map((index) => {
      const view = entityView(result, cell, index);
      const chance = formatProbability(chanceOfOther(event, index));
      return [dataText(view.name), dataText(view.id), formatWhole(view.count), chance];
    });
    return table(say.entityColumns(countNoun(result)), rows, { caption, id: `${id}-${key}`, words: 2 });
  };
  return html`${question}${list(losers, say.losers(name), 'losers')}${list(gainers, say.gainers(name), 'gainers')}`;
}
