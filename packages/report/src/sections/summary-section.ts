import type { AuditResult, Cell } from '@dpfair/result';
import { MISSING } from '../format/index.js';
import { type Html, html } from '../html/html.js';
import { scrollBox } from '../html/table.js';
import { type CellRow, cellGrid, cellOf, outcomeUnit } from '../measure/index.js';
import { pageMessages as page, summaryMessages as say } from '../messages/page-messages.js';
import { unitView } from '../units/index.js';
import type { SummaryColumn } from '../units/unit-view.js';
import { postWords, sentence } from '../words/index.js';
import { checkList } from './check-list.js';

/** One row per mechanism and budget, a group of columns per post-processing, and the checks. */
export function summarySection(result: AuditResult): Html {
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${page.numbers()}</h2>
${result.cells.length > 0 ? summary(result) : null}${checkList(result)}</section>`;
}

function summary(result: AuditResult): Html {
  const grid = cellGrid(result);
  const simulated = result.cells.some(({ method }) => method === 'montecarlo');
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const { caption, columns } = unitView(result).numbers(result, unit);
  const groups = grid.posts.map(
    (post) =>
      html`<th scope="colgroup" colspan="${String(columns.length)}" class="group">${sentence(postWords(post).label)}</th>`,
  );
  const heads = grid.posts.flatMap(() =>
    columns.map(
      ({ head }, index) => html`<th scope="col"${{ markup: index === 0 ? ' class="start"' : '' }}>${head}</th>`,
    ),
  );
  const rows = grid.rows.map(
    (row) => html`<tr><th scope="row">${sentence(row.label)}</th>${cellsOf(row, grid.posts, columns)}</tr>\n`,
  );
  const content = html`<table class="summary"><caption id="summary-caption">${caption}</caption>
<thead><tr><th scope="col" rowspan="2">${say.noise()}</th>${groups}</tr><tr>${heads}</tr></thead><tbody>
${rows}</tbody></table>`;
  return html`${scrollBox('summary-caption', content)}<p class="note">${say.noteBest()} ${say.noteInterval()}${simulated ? ` ${say.noteSimulated()}` : null}</p>`;
}

function cellsOf(row: CellRow, posts: readonly string[], columns: readonly SummaryColumn[]): Html[] {
  const cells = posts.map((post) => cellOf(row, post));
  const present = cells.filter((cell): cell is Cell => cell !== undefined);
  const writers = columns.map((column) => column.of(present));
  return cells.flatMap((cell) =>
    cell === undefined
      ? [html`<td class="start" colspan="${String(columns.length)}">${MISSING}</td>`]
      : writers.map((write) => write(cell)),
  );
}
