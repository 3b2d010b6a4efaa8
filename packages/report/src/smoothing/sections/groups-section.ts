import type { SmoothingResult, SmoothingRun } from '@dpfair/result';
import { formatConfidence, formatPlain } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { smoothingTableWords as say } from '../../messages/smoothing/table-messages.js';
import { plainCheckList } from '../../sections/check-list.js';
import { sentence } from '../../words/index.js';
import { drawsOf, groupsOf, headRun, nameOf } from '../smoothed.js';
import { groupColumns } from '../tables/group-columns.js';

/** What smoothing does to each group under each scale of the metric, the first in the open, and the checks; null where nothing was smoothed. */
export function smoothingGroupsSection(result: SmoothingResult): Html | null {
  const { runs, checks } = result;
  const head = headRun(result);
  if (head === null) return null;
  const small = runs.some((run) => groupsOf(run).some((group) => group.small));
  const [first, ...others] = runs.map((run, k) => groupTable(result, run, `groups-${k + 1}`));
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${say.heading()}</h2>
${first ?? null}<p class="note">${say.note()}${small ? ` ${say.smallNote()}` : null}</p>
${others.length === 0 ? null : details(say.others(), html`${others}`)}${plainCheckList(checks)}</section>`;
}

function groupTable(result: SmoothingResult, run: SmoothingRun, id: string): Html {
  const columns = groupColumns(result, run);
  const rows = groupsOf(run).map((group) => [
    nameOf(run, group),
    ...columns.map(({ of }) => stackedInterval(of(group))),
  ]);
  const caption = say.caption(formatPlain(run.metric.constant), drawsOf(run), formatConfidence(run.confidence));
  return table([say.group(), ...columns.map(({ head }) => head)].map(sentence), rows, { caption, id, words: 1 });
}
