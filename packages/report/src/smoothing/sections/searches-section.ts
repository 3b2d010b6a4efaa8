import type { SmoothingResult } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import { formatWhole } from '../../format/index.js';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { sentence } from '../../words/index.js';
import { missingRatios, pairTable } from '../tables/pair-table.js';
import { unfairWords } from '../words/search-words.js';
import { worstPairs } from '../worst-pairs.js';

/** Pairs of a model that are listed. */
const MOST_PAIRS = 10;

/** The worst pairs that were found; null where nothing was searched. */
export function searchesSection(result: SmoothingResult, figure: Figure | null): Html | null {
  const { searches } = result;
  if (searches.length === 0) return null;
  const tables = (['model', 'smoothed'] as const).flatMap((of) => {
    const { columns, rows } = pairTable(result, of, MOST_PAIRS);
    const kept = worstPairs(searches, of).length;
    const caption = say.worst(formatWhole(rows.length), formatWhole(kept), say.models[of]());
    if (rows.length === 0) return [];
    const listed = table(columns.map(sentence), rows, { caption, id: `pairs-${of}`, words: 4 });
    return [html`${listed}<p class="note">${unfairWords(searches.filter((search) => search.of === of))}</p>`];
  });
  const missing = missingRatios(result, MOST_PAIRS);
  const note = [say.worstNote(), ...(missing.length === 0 ? [] : [say.missing(missing.join('; '))])].join(' ');
  const worst = tables.length === 0 ? html`<p>${say.none()}</p>` : html`${tables}<p class="note">${note}</p>`;
  return html`<section aria-labelledby="searched"><h2 id="searched">${say.heading()}</h2>
${worst}${figure && figureOf(figure)}</section>`;
}
