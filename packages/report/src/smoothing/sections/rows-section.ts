import type { SmoothedRows, SmoothingResult } from '@dpfair/result';
import {
  cleanText,
  formatConfidence,
  formatPercent,
  formatProbability,
  formatProbabilityRange,
  formatWhole,
  MISSING,
} from '../../format/index.js';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { smoothedRowWords as say } from '../../messages/smoothing/row-messages.js';
import { sentence } from '../../words/index.js';
import { changedRows, sureness, unsureRows } from '../rows.js';
import { hasAbstentions, headRun } from '../smoothed.js';

/** Rows of a list. */
const MOST_ROWS = 10;

/** Whose class changes, by row and by group, and of whom the smoothed model is least sure; null where no rows are known. */
export function smoothedRowsSection(result: SmoothingResult): Html | null {
  const run = headRun(result);
  const rows = run?.rows ?? null;
  if (run === null || rows === null || rows.row.length === 0) return null;
  const mayBeOpen = hasAbstentions(run);
  const changed = changedRows(rows);
  const unsure = unsureRows(rows, MOST_ROWS);
  const all = formatWhole(changed.length);
  const shown = changed.slice(0, MOST_ROWS);
  const part = formatPercent(changed.length / rows.row.length);
  const isMissing = [...shown, ...unsure].some((k) => intervalOf(rows, k) === MISSING || rows.radius[k] == null);
  const lists = [
    ...(shown.length === 0
      ? []
      : [rowTable(result, rows, shown, say.changedCaption(formatWhole(shown.length), all), 'changed-rows')]),
    ...(unsure.length === 0
      ? []
      : [rowTable(result, rows, unsure, say.unsureCaption(formatWhole(unsure.length)), 'unsure-rows')]),
  ];
  return html`<section aria-labelledby="rows"><h2 id="rows">${say.heading()}</h2>
<p>${say.changed(all, formatWhole(rows.row.length), part, mayBeOpen)}</p>
${changed.length === 0 || result.data.groups.length < 2 ? null : changesByGroup(result, rows, changed, mayBeOpen)}
${lists}<p class="note">${say.note(rows.confidence === undefined ? null : formatConfidence(rows.confidence), isMissing)}</p></section>`;
}

function rowTable(
  { data, model }: SmoothingResult,
  rows: SmoothedRows,
  places: readonly number[],
  caption: string,
  id: string,
): Html {
  const isGrouped = data.groups.length > 1;
  const isLabelled = rows.label.some((label) => label !== null);
  const classOf = (place: number | null | undefined) => cleanText(model.classes[place ?? -1] ?? MISSING);
  const cells = places.map((k) => [
    String(rows.row[k]),
    ...(isGrouped ? [cleanText(data.groups[rows.group[k] ?? -1] ?? MISSING)] : []),
    ...(isLabelled ? [classOf(rows.label[k])] : []),
    say.fromTo(classOf(rows.before[k]), rows.after[k] === null ? say.open() : classOf(rows.after[k])),
    formatProbability(sureness(rows, k)),
    intervalOf(rows, k),
    formatProbability(rows.radius[k] ?? null),
    formatWhole(rows.samples[k] ?? null),
  ]);
  const columns = [
    ...[say.line(), ...(isGrouped ? [say.group()] : []), ...(isLabelled ? [say.right()] : []), say.classes()],
    ...[say.probability(), say.interval(), say.off(), say.draws()],
  ];
  return table(columns.map(sentence), cells, { caption, id, words: 2 + Number(isGrouped) + Number(isLabelled) });
}

function intervalOf({ lower, upper }: SmoothedRows, k: number): string {
  return formatProbabilityRange(lower[k] ?? null, upper[k] ?? null) ?? MISSING;
}

function changesByGroup(
  { data }: SmoothingResult,
  rows: SmoothedRows,
  changed: readonly number[],
  mayBeOpen: boolean,
): Html {
  const counted = data.groups.map((group, place) => {
    const all = rows.group.filter((one) => one === place).length;
    const own = changed.filter((k) => rows.group[k] === place);
    return { group, all, changes: own.length, open: own.filter((k) => rows.after[k] === null).length };
  });
  const cells = counted
    .filter(({ all }) => all > 0)
    .sort((one, other) => other.changes / other.all - one.changes / one.all)
    .map(({ group, all, changes, open }) => [
      cleanText(group),
      formatWhole(all),
      formatWhole(changes),
      formatPercent(changes / all),
      ...(mayBeOpen ? [formatWhole(open)] : []),
    ]);
  const columns = [say.group(), say.rows(), say.changes(), say.part(), ...(mayBeOpen ? [say.leftOpen()] : [])];
  return table(columns.map(sentence), cells, { caption: say.byGroup(), id: 'changes-by-group', words: 1 });
}
