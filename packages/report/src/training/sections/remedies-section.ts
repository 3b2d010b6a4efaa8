import type { TrainingResult } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { remedyMessages as say } from '../../messages/training/remedy-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { sentence } from '../../words/index.js';
import { remedyComparisons } from '../remedies.js';
import { remedyCells, remedyHeads } from '../tables/remedy-table.js';

/** What was tried to narrow the gap, a table a budget, and the frontier; null where nothing was. */
export function trainingRemediesSection(result: TrainingResult, frontier: Figure | null): Html | null {
  const budgets = remedyComparisons(result);
  if (budgets.length === 0) return null;
  const classes = (result.data?.classes ?? []).length > 0;
  const tables = budgets.map(({ label, remedies }, k) => {
    const rows = remedies.map((remedy) => {
      const [name, isPrivate, ...rest] = remedyCells(result, remedy, classes);
      const remark = rest.at(-1) ?? '';
      const title = remedy.efficient ? html`<strong>${name ?? ''}</strong>` : html`${name ?? ''}`;
      return [title, isPrivate ?? '', ...rest.slice(0, -1).map(stackedInterval), remark];
    });
    const id = `remedies-${k + 1}`;
    return table(remedyHeads(classes).map(sentence), rows, { caption: say.caption(sentence(label)), id, words: 2 });
  });
  return html`<section aria-labelledby="remedies"><h2 id="remedies">${say.heading()}</h2>
${tables}<p class="note">${say.note()}</p>
${frontier === null ? null : figureOf(frontier)}</section>`;
}
