import type { Check, PairSearchOfResult, SmoothingResult } from '@dpfair/result';
import { cleanText, formatNumber, formatProbability, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { plainCheckList } from '../../sections/check-list.js';
import { sentence } from '../../words/index.js';
import { headRun } from '../smoothed.js';
import { searchTable } from '../tables/search-table.js';
import { notesOnFound, searchName } from '../words/search-words.js';

/** What each search looked at and found, in numbers, the same by group, and the checks where nothing was smoothed; null where nothing was searched. */
export function foundSection(result: SmoothingResult): Html | null {
  const { searches, checks } = result;
  const own = headRun(result) === null ? plainCheckList(checks, (check) => checkName(check, searches)) : null;
  if (searches.length === 0 && own === null) return null;
  const found = searchTable(result);
  const numbers =
    searches.length === 0
      ? null
      : html`${table(found.columns.map(sentence), found.rows, { caption: say.found(), id: 'searches', words: 2 })}
<p class="note">${notesOnFound(searches, true)}</p>${byGroup(searches)}`;
  return html`<section aria-labelledby="found"><h2 id="found">${say.foundHeading()}</h2>
${numbers}${own}</section>`;
}

/** A check in the words of the tables: its condition, and the search that it is about. */
function checkName({ id }: Check, searches: readonly PairSearchOfResult[]): Html {
  const endOf = ({ of, search, changed }: PairSearchOfResult) => ` ${[of, search, changed.join(',')].join(' ').trim()}`;
  const [search] = searches
    .filter((one) => id.endsWith(endOf(one)))
    .sort((one, other) => endOf(other).length - endOf(one).length);
  if (search === undefined) return html`<code>${id}</code>`;
  const condition = id.slice(0, -endOf(search).length);
  return html`<code>${condition}</code> ${say.checkOf(say.models[search.of](), searchName(search))}`;
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
