import type { TrainingResult } from '@dpfair/result';
import type { ResultView } from '../kinds/result-view.js';
import { trainingTableWords } from '../messages/training/table-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { apart, trainingFigures } from './figures/training-figures.js';
import { headRun } from './runs.js';
import { attacksSection } from './sections/attacks-section.js';
import { trainingGroupsSection } from './sections/groups-section.js';
import { trainingMethodSection } from './sections/method-section.js';
import { trainingRemediesSection } from './sections/remedies-section.js';
import { trainingTestedSection } from './sections/tested-section.js';
import { theoremSection } from './sections/theorem-section.js';
import { trainingTable } from './tables/training-table.js';
import { underTrainingVerdict } from './terminal.js';
import { trainingCsv } from './training-csv.js';
import { trainingVerdict } from './verdict/training-verdict.js';

/** What is said and shown of private trainings. */
export const trainingView: ResultView<TrainingResult> = {
  verdict: trainingVerdict,
  underVerdict: () => null,
  summary: trainingTable,
  more: underTrainingVerdict,
  dagger: trainingTableWords.smallNote,
  figures: trainingFigures,
  sections: (result, figures) => {
    const named = (wanted: string) => figures.filter(({ id }) => id === wanted);
    const own: readonly string[] = Object.values(apart);
    return [
      trainingTestedSection(result),
      trainingGroupsSection(result),
      figuresSection(figures.filter(({ id }) => !own.includes(id))),
      theoremSection(result),
      trainingRemediesSection(result, named(apart.frontier)[0] ?? null),
      attacksSection(result, headRun(result.runs), named(apart.attacks)),
      trainingMethodSection(result),
    ];
  },
  csv: trainingCsv,
  downloads: (result) => ({
    file: 'groups-and-steps.csv',
    link: trainingTableWords.csv(),
    sheet: trainingCsv(result),
  }),
};
