import type { TrainingResult } from '@dpfair/result';
import { formatConfidence } from '../format/index.js';
import { html } from '../html/html.js';
import { table } from '../html/table.js';
import type { ResultView } from '../kinds/result-view.js';
import { trainingWords as say } from '../messages/training/training-messages.js';
import { plainCheckList } from '../sections/check-list.js';
import { trainingCsv } from './training-csv.js';
import { trainingTable } from './training-table.js';
import { trainingVerdict } from './training-verdict.js';

/** What is said and shown of private trainings. */
export const trainingView: ResultView<TrainingResult> = {
  verdict: trainingVerdict,
  underVerdict: () => null,
  summary: trainingTable,
  more: () => [],
  figures: () => [],
  sections: (result) => {
    const { columns, rows } = trainingTable(result);
    const caption = say.caption(say.plain(), formatConfidence(result.runs[0]?.confidence ?? 0.95));
    return [
      html`<section aria-labelledby="numbers"><h2 id="numbers">${say.heading()}</h2>
${table(columns, rows, { caption, id: 'training-groups', words: 2, header: 1 })}${plainCheckList(result.checks)}</section>`,
    ];
  },
  csv: trainingCsv,
  downloads: (result) => ({ file: 'groups-and-steps.csv', link: say.csv(), sheet: trainingCsv(result) }),
};
