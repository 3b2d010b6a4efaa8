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
export function foldedTable(found: TextTable, caption: string, id: string, words: number): Html {
  const whole = openTable(found, caption, id, words);
  return isLong(found) ? details(caption, whole) : whole;
}

/** Whether a table is better under a fold. */
export const isLong = ({ rows }: TextTable): boolean => rows.length > MOST_OPEN;

/** A table of text with its intervals under the numbers. */
export function openTable({ columns, rows }: TextTable, caption: string, id: string, words: number): Html {
  const cells = rows.map((row) => row.map((text, k) => (k < words ? text : stackedInterval(text))));
  return table(columns.map(sentence), cells, { caption, id, words });
}
