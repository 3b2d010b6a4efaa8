import type { AuditResult, Cell } from '@dpfair/result';
import { formatConfidence, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { cellGrid, countsPeople, headlineCell, rankByBias, rankByPeople } from '../../measure/index.js';
import { answerWhoMessages } from '../../messages/answer-messages.js';
import { pageMessages as page, whoMessages as say } from '../../messages/page-messages.js';
import { unitView } from '../../units/index.js';
import { postWords, sentence } from '../../words/index.js';

const MOST_CELLS = 12;
const MOST_ENTITIES = 10;

/** The entities helped and harmed most, cell by cell; the cell with the widest gap comes first and is open. */
export function whoSection(result: AuditResult): Html | null {
  const head = headlineCell(result);
  if (head === null) return null;
  const named = cellGrid(result).rows.flatMap((row) =>
    row.cells.map((cell) => ({ cell, name: say.cell(row.label, postWords(cell.post).label) })),
  );
  const ordered = [...named.filter(({ cell }) => cell === head), ...named.filter(({ cell }) => cell !== head)];
  const folds = ordered.slice(0, MOST_CELLS).map(({ cell, name }, index) => {
    const worst = unitView(result).who.worst();
    const summary = sentence(index === 0 ? `${name} (${worst})` : name);
    return details(summary, cellTables(result, cell, name, `who-${index + 1}`), index === 0);
  });
  const more = ordered.length - MOST_CELLS;
  return html`<section aria-labelledby="who"><h2 id="who">${page.who()}</h2>
<p class="note">${note(result)}${head.people === undefined ? null : ` ${answerWhoMessages.noteCounted()}`}</p>${folds}${more > 0 ? html`<p>${say.more(formatWhole(more))}</p>` : null}</section>`;
}

function note(result: AuditResult): string {
  const simulated = result.cells.find((cell) => cell.method === 'montecarlo');
  const words = unitView(result).who;
  if (simulated !== undefined) return words.noteInterval(formatConfidence(simulated.alpha.confidence));
  const series = result.cells.filter((cell) => cell.method === 'series');
  if (series.length === 0) return words.noteComputed();
  if (series.length === result.cells.length) return words.noteSeries();
  const named = cellGrid(result).rows.flatMap((row) =>
    row.cells.filter((cell) => series.includes(cell)).map((cell) => say.cell(row.label, postWords(cell.post).label)),
  );
  const posts = [...new Set(series.map((cell) => cell.post))];
  const whole = posts.every((post) => result.cells.every((cell) => cell.post !== post || cell.method === 'series'));
  return words.noteBoth((whole ? posts.map((post) => postWords(post).label) : named).join(' and '));
}

function cellTables(result: AuditResult, cell: Cell, name: string, id: string): Html {
  const ranked = rankByBias(cell).filter((index) => countsPeople(cell, index));
  if (ranked.length === 0) return html`<p>${say.nobody()}</p>`;
  const { who: words, entities: list } = unitView(result);
  if (ranked.length <= 2 * MOST_ENTITIES) return list(result, cell, ranked, ranked, words.all(name), id);
  const bias = (index: number) => cell.entities.bias[index] as number;
  const harmed = ranked.slice(0, MOST_ENTITIES).filter((index) => bias(index) < 0);
  const helped = ranked
    .slice(-MOST_ENTITIES)
    .reverse()
    .filter((index) => bias(index) > 0);
  const touched = rankByPeople(cell).slice(0, MOST_ENTITIES);
  const both = [...harmed, ...helped];
  const nobody = words.nobodyMoves();
  if (both.length === 0 && nobody !== null) return html`<p>${nobody}</p>`;
  return html`${harmed.length > 0 ? list(result, cell, harmed, both, words.harmed(formatWhole(harmed.length), name), `${id}-harmed`) : null}
${touched.length > 0 ? list(result, cell, touched, both, answerWhoMessages.people(formatWhole(touched.length), name), `${id}-people`) : null}
${helped.length > 0 ? list(result, cell, helped, both, words.helped(formatWhole(helped.length), name), `${id}-helped`) : null}`;
}
