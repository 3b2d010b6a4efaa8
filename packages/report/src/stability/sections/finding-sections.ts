import type { StabilityResult } from '@dpfair/result';
import type { Figure, TextTable } from '../../figure.js';
import { formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { dataText, type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { list } from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { boundsRemarks, boundsTable } from '../tables/bounds-table.js';
import { convergenceTable } from '../tables/convergence-table.js';
import { publishedTable } from '../tables/published-table.js';
import { splitTable } from '../tables/split-table.js';

/** More rows than these are under a fold. */
const MOST_OPEN = 24;

/** What shrinkage does alone, and what each fairness term adds; null where `plain` was not run. */
export function splitSection(result: StabilityResult): Html | null {
  const found = splitTable(result);
  if (found.rows.length === 0) return null;
  return section(
    'split',
    say.splitHeading(),
    html`<p>${say.splitNote()}</p>${folded(found, say.splitCaption(), 'split-table', 3)}`,
  );
}

/** Published figures beside ours; null where nothing was published. */
export function publishedSection(result: StabilityResult): Html | null {
  const found = publishedTable(result);
  if (found.rows.length === 0) return null;
  const content = html`${folded(found, say.publishedCaption(), 'published-table', 3)}<p class="note">${say.publishedNote()}</p>`;
  return section('published', say.publishedHeading(), content);
}

/** Bounds of theory beside what was measured; null where there is neither. */
export function boundsSection(result: StabilityResult, figure: Figure | null): Html | null {
  const found = boundsTable(result);
  if (found.rows.length === 0) return null;
  const remarks = boundsRemarks(result).map((text) => dataText(sentence(text)));
  const content = html`<p>${say.boundsNote()}</p>${figure && figureOf(figure)}
${folded(found, say.boundsCaption(), 'bounds-table', 2)}${remarks.length === 0 ? null : html`<div class="note">${list(remarks)}</div>`}`;
  return section('theory', say.boundsHeading(), content);
}

/** What did not converge, and why. */
export function convergenceSection(result: StabilityResult): Html | null {
  const fits = result.cells.reduce((sum, cell) => sum + cell.fits.length, 0);
  if (fits === 0) return null;
  const found = convergenceTable(result);
  if (found.rows.length === 0) {
    return section('convergence', say.convergence(), html`<p>${say.allConverged(formatWhole(fits))}</p>`);
  }
  const content = html`${folded(found, say.convergenceCaption(), 'convergence-table', 3)}<p class="note">${say.convergenceNote()}</p>`;
  return section('convergence', say.convergence(), content);
}

function section(id: string, heading: string, content: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${content}</section>`;
}

function folded({ columns, rows }: TextTable, caption: string, id: string, words: number): Html {
  const cells = rows.map((row) => row.map((text, k) => (k < words ? text : stackedInterval(text))));
  const whole = table(columns.map(sentence), cells, { caption, id, words });
  return rows.length > MOST_OPEN ? details(caption, whole) : whole;
}
