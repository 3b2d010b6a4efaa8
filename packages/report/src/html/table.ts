import { type Html, html } from './html.js';

/** A cell: text, or markup, and whether it heads its row. */
export interface TableOptions {
  readonly caption: string;
  /** Unique on the page; the scroll box is labelled by the caption. */
  readonly id: string;
  /** Columns, counted from zero, that hold numbers and are set to the right. */
  readonly numeric: ReadonlySet<number>;
  /** The column that names the row. */
  readonly header?: number;
}

/** A table in a box that scrolls sideways, with caption, column heads and row heads. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly (string | Html)[])[],
  options: TableOptions,
): Html {
  const header = options.header ?? 0;
  const side = (index: number) => (options.numeric.has(index) ? ' class="number"' : '');
  const cell = (value: string | Html, index: number): Html =>
    index === header
      ? html`<th scope="row"${{ markup: side(index) }}>${value}</th>`
      : html`<td${{ markup: side(index) }}>${value}</td>`;
  const head = columns.map((column, index) => html`<th scope="col"${{ markup: side(index) }}>${column}</th>`);
  const body = rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`);
  return scrollBox(
    options.id,
    html`<table><caption id="${options.id}">${options.caption}</caption><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>`,
  );
}

/** A box that scrolls sideways by touch and keyboard, labelled by the caption with the given id. */
export function scrollBox(id: string, content: Html): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">${content}</div>`;
}

/** A table of text where every column after the `words` first ones holds numbers. */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: Omit<TableOptions, 'numeric'> & { readonly words: number },
): Html {
  const numeric = new Set(columns.map((_, index) => index).filter((index) => index >= options.words));
  return table(columns, rows, { ...options, numeric });
}
