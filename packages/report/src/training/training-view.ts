import type { TrainingResult } from '@dpfair/result';
import type { ResultView } from '../kinds/result-view.js';
import { trainingTableWords } from '../messages/training/table-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { trainingFigures } from './figures/training-figures.js';
import { trainingGroupsSection } from './sections/groups-section.js';
import { trainingTestedSection } from './sections/tested-section.js';
import { trainingTable } from './tables/training-table.js';
import { trainingCsv } from './training-csv.js';
import { trainingVerdict } from './verdict/training-verdict.js';

/** What is said and shown of private trainings. */
export const trainingView: ResultView<TrainingResult> = {
  verdict: trainingVerdict,
  underVerdict: () => null,
  summary: trainingTable,
  more: () => [],
  figures: trainingFigures,
  sections: (result, figures) => [
    trainingTestedSection(result),
    trainingGroupsSection(result),
    figuresSection(figures),
  ],
  csv: trainingCsv,
  downloads: (result) => ({
    file: 'groups-and-steps.csv',
    link: trainingTableWords.csv(),
    sheet: trainingCsv(result),
  }),
};
