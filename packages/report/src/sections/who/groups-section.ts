import type { AuditResult } from '@dpfair/result';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { cellGrid, headlineCell, rowOf } from '../../measure/index.js';
import { pageMessages as page } from '../../messages/page-messages.js';
import { unitView } from '../../units/index.js';
import { sentence } from '../../words/index.js';

/** The groups of every mechanism and budget; the one of the widest gap first and open. Null without groups. */
export function groupsSection(result: AuditResult): Html | null {
  const head = headlineCell(result);
  if (head === null || head.groups.length === 0) return null;
  const grid = cellGrid(result);
  const first = rowOf(grid, head);
  const rows = [first, ...grid.rows.filter((row) => row !== first)];
  const { groups, groupsNote } = unitView(result);
  const folds = rows.map((row, index) => {
    const { columns, rows: lines } = groups(result, row);
    const caption = `${page.groups()}, ${row.label}`;
    return details(
      sentence(row.label),
      table(columns, lines, { caption, id: `groups-${index + 1}`, words: 2, header: 1 }),
      index === 0 && lines.length <= 60,
    );
  });
  return html`<section aria-labelledby="groups"><h2 id="groups">${page.groups()}</h2>${groupsNote === null ? null : html`<p class="note">${groupsNote}</p>`}${folds}</section>`;
}
