import type { Figure } from '../figure.js';
import { themedSvg } from '../figures/drawing/themed-svg.js';
import { dataLink } from '../html/data-link.js';
import { details } from '../html/details.js';
import { type Html, html, rawHtml } from '../html/html.js';
import { table } from '../html/table.js';
import { pageMessages as page } from '../messages/page-messages.js';

/** Columns of words before the numbers, by figure. */
const wordColumns: Readonly<Record<string, number>> = {
  'bias-against-truth': 4,
  'flip-against-size': 4,
  'harm-by-size': 2,
  causes: 1,
  metric: 1,
  'before-after': 1,
  algorithms: 1,
  pairs: 4,
};

/** The figures, each with its finding as title, one sentence, its data as a table and its specification. */
export function figuresSection(figures: readonly Figure[]): Html | null {
  if (figures.length === 0) return null;
  return html`<section aria-labelledby="figures"><h2 id="figures">${page.figures()}</h2>${figures.map(figureOf)}</section>`;
}

/** One figure: title, drawing for wide and narrow screens, explanation, data. */
export function figureOf(figure: Figure): Html {
  const id = `figure-${figure.id}`;
  const link = dataLink(page.specLink(), `${figure.id}.vl.json`, 'application/json', JSON.stringify(figure.spec));
  return html`<figure aria-labelledby="${id}"><div class="keep"><h3 id="${id}">${figure.title}</h3>
<div class="wide">${rawHtml(themedSvg(figure.svg))}</div><div class="narrow">${rawHtml(themedSvg(figure.svgNarrow))}</div></div>
<figcaption>${figure.explanation}</figcaption>
${details(page.showData(), html`${dataOf(figure, `${id}-data`)}<p>${link}</p>`)}</figure>\n`;
}

/** The data of a figure as a table; those of the groups are in their own section, which is named instead. */
function dataOf({ id, title, table: { columns, rows } }: Figure, tableId: string): Html {
  if (id === 'groups') return html`<p>${page.dataIn()} <a href="#groups">${page.groups()}</a>.</p>`;
  const header = (wordColumns[id] ?? 0) === 4 ? 3 : 0;
  return table(columns, rows, { caption: page.dataOf(title), id: tableId, words: wordColumns[id] ?? 2, header });
}
