import type { AuditResult } from '@dpfair/result';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { cellGrid, headlineCell, rowOf } from '../../measure/index.js';
import { eventMessages as say } from '../../messages/events/event-messages.js';
import { eventQuestions, eventTable } from '../../tables/event-table.js';
import { unitView } from '../../units/index.js';
import { sentence } from '../../words/index.js';
import { eventWho } from './event-who.js';

/** The clauses and conditions behind the decision, each by itself; the headline's mechanism and budget first. Null without any. */
export function eventsSection(result: AuditResult): Html | null {
  const head = headlineCell(result);
  if (head === null || (head.entities.events ?? []).length === 0 || !unitView(result).eventsApart) return null;
  const grid = cellGrid(result);
  const first = rowOf(grid, head);
  const folds = [first, ...grid.rows.filter((row) => row !== first)].map((row, index) => {
    const { columns, rows } = eventTable(row);
    const options = { caption: say.caption(row.label), id: `events-${index + 1}`, words: 2, header: 1 };
    return details(sentence(row.label), table(columns, rows, options), index === 0);
  });
  const questions = eventQuestions(first).map((text) => html`<li>${dataText(text)}</li>`);
  return html`<section aria-labelledby="events"><h2 id="events">${say.heading()}</h2>
<p class="note">${say.note()}</p><ul>${questions}</ul>${folds}${eventWho(result)}</section>`;
}
