import type { PairSearchOfResult, SmoothingResult } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import { cleanText, formatNumber, formatProbability, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { sentence } from '../../words/index.js';
import { missingRatios, pairTable } from '../tables/pair-table.js';
import { searchTable } from '../tables/search-table.js';
import { notesOnFound, searchName, unfairWords } from '../words/search-words.js';

/** Pairs of a model that are listed. */
const MOST_PAIRS = 10;

/** The worst pairs that were found, what was searched, and the same by group; null where nothing was searched. */
export function searchesSection(result: SmoothingResult, figure: Figure | null): Html | null {
  const { searches } = result;
  if (searches.length === 0) return null;
  const found = searchTable(result);
  const tables = (['model', 'smoothed'] as const).flatMap((of) => {
    const { columns, rows } = pairTable(result, of, MOST_PAIRS);
    const caption = say.worst(formatWhole(rows.length), say.models[of]());
    if (rows.length === 0) return [];
    const listed = table(columns.map(sentence), rows, { caption, id: `pairs-${of}`, words: 4 });
    return [html`${listed}<p class="note">${unfairWords(searches.filter((search) => search.of === of))}</p>`];
  });
  const missing = missingRatios(result, MOST_PAIRS);
  const note = [say.worstNote(), ...(missing.length === 0 ? [] : [say.missing(missing.join('; '))])].join(' ');
  const worst = tables.length === 0 ? html`<p>${say.none()}</p>` : html`${tables}<p class="note">${note}</p>`;
  return html`<section aria-labelledby="searched"><h2 id="searched">${say.heading()}</h2>
${worst}${figure && figureOf(figure)}
${table(found.columns.map(sentence), found.rows, { caption: say.found(), id: 'searches', words: 2 })}
<p class="note">${notesOnFound(searches, true)}</p>${byGroup(searches)}</section>`;
}

function byGroup(searches: readonly PairSearchOfResult[]): Html | null {
  const rows = searches.flatMap((search) =>
    search.groups.map(({ group, pairs, violations, largestRatio, meanOutputDistance }) => [
      cleanText(group),
      say.models[search.of](),
      searchName(search),
      formatWhole(pairs),
      formatWhole(violations),
      formatNumber(largestRatio),
      formatProbability(meanOutputDistance),
    ]),
  );
  if (rows.length === 0) return null;
  const columns = [
    say.group(),
    say.model(),
    say.search(),
    say.pairs(),
    say.violations(),
    say.largest(),
    say.meanOutput(),
  ];
  return details(
    say.byGroup(),
    table(columns.map(sentence), rows, { caption: say.byGroup(), id: 'search-groups', words: 3 }),
  );
}
