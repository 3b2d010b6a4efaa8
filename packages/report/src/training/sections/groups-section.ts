import type { TrainingResult, TrainingRun } from '@dpfair/result';
import { formatConfidence, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { trainingTableWords as say } from '../../messages/training/table-messages.js';
import { plainCheckList } from '../../sections/check-list.js';
import { sentence } from '../../words/index.js';
import { hasNumbers, outcomesOf, someClip } from '../runs.js';
import { costColumns, logColumns, type OutcomeColumn, termColumns } from '../tables/outcome-columns.js';
import { groupName } from '../tables/training-table.js';
import { runLabels } from '../words/run-words.js';

/** What each training costs each group, a table a training, and the checks. */
export function trainingGroupsSection(result: TrainingResult): Html {
  const { runs, data, checks } = result;
  const labels = runLabels(runs).map(sentence);
  const columns = data === null ? logColumns : costColumns(data.classes.length > 0, someClip(runs));
  const captionOf = data === null ? say.captionOfLog : say.caption;
  const small = runs.some((run) => outcomesOf(run).some((outcome) => outcome.small));
  const tables = runs.map((run, k) => {
    const label = labels[k] as string;
    if (!hasNumbers(run)) return html`<p>${say.noNumbers(label)}.</p>`;
    return outcomes(run, columns, captionOf(label, methodOf(run)), `groups-${k + 1}`);
  });
  const open = runs.some(({ id }) => id === 'none') ? tables.filter((_, k) => runs[k]?.id === 'none') : tables;
  const folded = tables.filter((one) => !open.includes(one));
  const terms = runs.flatMap((run, k) =>
    hasNumbers(run) && data !== null
      ? [outcomes(run, termColumns, say.detailsCaption(labels[k] as string), `terms-${k + 1}`)]
      : [],
  );
  return html`<section aria-labelledby="numbers"><h2 id="numbers">${say.heading()}</h2>
${open}<p class="note">${data === null ? say.noteOfLog() : say.note()}${small ? ` ${say.smallNote()}` : null}</p>
${folded.length === 0 ? null : details(say.remedies(), html`${folded}`)}
${terms.length === 0 ? null : details(say.details(), html`${terms}`)}${plainCheckList(checks)}</section>`;
}

function outcomes(run: TrainingRun, columns: readonly OutcomeColumn[], caption: string, id: string): Html {
  const heads = [say.group(), ...columns.map(({ head }) => head)];
  const rows = outcomesOf(run).map((outcome) => [
    groupName(run, outcome),
    ...columns.map(({ of }) => stackedInterval(of(outcome))),
  ]);
  return table(heads.map(sentence), rows, { caption, id, words: 1 });
}

function methodOf({ method, repetitions, confidence }: TrainingRun): string {
  return method === 'montecarlo' ? say.repeated(formatWhole(repetitions), formatConfidence(confidence)) : say.exact();
}
