import { htmlMessages as say } from '../messages/page-messages.js';
import { type Html, html } from './html.js';
import { keepNumbers } from './keep-numbers.js';

/** What a table is called and how its columns are set. */
export interface TableOptions {
  readonly caption: string;
  /** Unique on the page; the scroll box is labelled by the caption. */
  readonly id: string;
  /** Columns of words; those after them hold numbers and are set to the right. At most 4, or all. */
  readonly words: number;
  /**
   * The column that names the row, counted from zero.
   * @default 0
   */
  readonly header?: number;
}

/** A table in a box that scrolls sideways, with caption, column heads and row heads. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  options: TableOptions,
): Html {
  const { caption, id, words, header = 0 } = options;
  const cell = (value: string | Html, index: number): Html =>
    index === header
      ? html`<th scope="row">${value}</th>`
      : html`<td>${typeof value === 'string' && index >= words ? keepNumbers(value) : value}</td>`;
  const head = columns.map((column) => html`<th scope="col">${column}</th>`);
  const body = rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`);
  const kind = { markup: words < columns.length ? ` class="words-${words}"` : '' };
  return scrollBox(
    id,
    html`<table${kind}><caption id="${id}">${caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>`,
  );
}

/**
 * A box that scrolls sideways by touch and keyboard, labelled by the caption with the given id. The hint that it does is shown by
 * the style where the content is wider than the box: by a timeline of scrolling, which exists only there, or on narrow screens
 * where the browser has none.
 */
export function scrollBox(id: string, content: Html): Html {
  const hint = html`<p class="note sideways" aria-hidden="true">${say.sideways()}</p>`;
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">${hint}${content}</div>`;
}
