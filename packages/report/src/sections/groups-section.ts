import type { AuditResult } from '@dpfair/result';
import { details } from '../html/details.js';
import { type Html, html } from '../html/html.js';
import { table } from '../html/table.js';
import { cellGrid, headlineCell, rowOf } from '../measure/index.js';
import { answerGroupMessages as answers } from '../messages/answer-messages.js';
import { pageMessages as page } from '../messages/page-messages.js';
import { groupTable } from '../tables/group-table.js';
import { sentence } from '../words/index.js';

/** The groups of every mechanism and budget; the one of the widest gap first and open. Null without groups. */
export function groupsSection(result: AuditResult): Html | null {
  const head = headlineCell(result);
  if (head === null || head.groups.length === 0) return null;
  const grid = cellGrid(result);
  const first = rowOf(grid, head);
  const rows = [first, ...grid.rows.filter((row) => row !== first)];
  const folds = rows.map((row, index) => {
    const { columns, rows: lines } = groupTable(result, row);
    const caption = `${page.groups()}, ${row.label}`;
    return details(
      sentence(row.label),
      table(columns, lines, { caption, id: `groups-${index + 1}`, words: 2, header: 1 }),
      index === 0 && lines.length <= 60,
    );
  });
  return html`<section aria-labelledby="groups"><h2 id="groups">${page.groups()}</h2>${result.unit === 'probability' ? html`<p class="note">${answers.note()}</p>` : null}${folds}</section>`;
}
