import type { TextTable } from '../../figure.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { sentence } from '../../words/index.js';

/** More rows than these are under a fold. */
const MOST_OPEN = 24;

/** A section with its heading. */
export function findingSection(id: string, heading: string, content: Html): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${content}</section>`;
}

/** A table of text with its intervals under the numbers; a long one is under a fold. */
export function foldedTable({ columns, rows }: TextTable, caption: string, id: string, words: number): Html {
  const cells = rows.map((row) => row.map((text, k) => (k < words ? text : stackedInterval(text))));
  const whole = table(columns.map(sentence), cells, { caption, id, words });
  return rows.length > MOST_OPEN ? details(caption, whole) : whole;
}
