import type { StabilityResult } from '@dpfair/result';
import type { ResultView } from '../kinds/result-view.js';
import { stabilityTableWords as say } from '../messages/stability/table-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { stabilityFigures } from './figures/stability-figures.js';
import { stabilityCellsSection } from './sections/cells-section.js';
import { stabilityMethodSection } from './sections/method-section.js';
import { stabilityTestedSection } from './sections/tested-section.js';
import { stabilityCsv } from './stability-csv.js';
import { stabilityTable } from './tables/stability-table.js';
import { stabilityVerdict } from './verdict/stability-verdict.js';

/** What is said and shown of fair classifiers that were trained again and again. */
export const stabilityView: ResultView<StabilityResult> = {
  verdict: stabilityVerdict,
  underVerdict: () => null,
  summary: stabilityTable,
  more: () => [],
  figures: stabilityFigures,
  sections: (result, figures) => [
    stabilityTestedSection(result),
    stabilityCellsSection(result),
    figuresSection(figures),
    stabilityMethodSection(result),
  ],
  csv: stabilityCsv,
  downloads: (result) => ({ file: 'stability.csv', link: say.csv(), sheet: stabilityCsv(result) }),
};
