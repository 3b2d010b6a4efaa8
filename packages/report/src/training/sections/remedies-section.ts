import type { TrainingResult } from '@dpfair/result';
import type { Figure, TextTable } from '../../figure.js';
import { formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { remedyMessages as say } from '../../messages/training/remedy-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { sentence } from '../../words/index.js';
import { type RemedyComparison, remedyComparisons } from '../remedies.js';
import { plainRuns } from '../runs.js';
import { remedyGroups } from '../tables/remedy-groups.js';
import { remedyCells, remedyHeads } from '../tables/remedy-table.js';

/** What was tried to narrow the gap, a table a budget, what each group bears under it, and the frontier; null where nothing was tried. */
export function trainingRemediesSection(result: TrainingResult, frontier: Figure | null): Html | null {
  const budgets = remedyComparisons(result);
  if (budgets.length === 0) return null;
  const classes = (result.data?.classes ?? []).length > 0;
  const plain = plainRuns(result.runs).length;
  const tables = budgets.map((comparison, k) => {
    const { label, remedies } = comparison;
    const rows = remedies.map((remedy) => {
      const [name, isPrivate, ...rest] = remedyCells(result, remedies, remedy, classes);
      const remark = rest.at(-1) ?? '';
      const title = remedy.efficient ? html`<strong>${name ?? ''}</strong>` : html`${name ?? ''}`;
      return [title, isPrivate ?? '', ...rest.slice(0, -1).map(stackedInterval), remark];
    });
    const id = `remedies-${k + 1}`;
    const caption = say.caption(sentence(label));
    return html`${table(remedyHeads(classes).map(sentence), rows, { caption, id, words: 2 })}${groupTables(result, comparison, id)}`;
  });
  return html`<section aria-labelledby="remedies"><h2 id="remedies">${say.heading()}</h2>
${tables}<p class="note">${say.note()}${plain > budgets.length ? ` ${say.firstBudget(budgets.map(({ label }) => label).join(', '))}` : null}</p>
${frontier === null ? null : figureOf(frontier)}</section>`;
}

/** What each group bears under each remedy, and folded what that changes. */
function groupTables(result: TrainingResult, comparison: RemedyComparison, id: string): Html {
  const { groups, of, risks, changes } = remedyGroups(result, comparison);
  if (groups.length === 0) return html``;
  const label = sentence(comparison.label);
  const shown = ({ columns, rows }: TextTable, caption: string, name: string) =>
    table(
      columns,
      rows.map(([first = '', ...rest]) => [first, ...rest.map(stackedInterval)]),
      { caption, id: `${id}-${name}`, words: 1 },
    );
  return html`${shown(risks, say.risks(label), 'risks')}${of > groups.length ? html`<p class="note">${say.notAllGroups(formatWhole(groups.length), formatWhole(of))}</p>` : null}
${details(say.changesFold(), html`${shown(changes, say.changes(label), 'changes')}<p class="note">${say.changesNote()}</p>`)}`;
}
