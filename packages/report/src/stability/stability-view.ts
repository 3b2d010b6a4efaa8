import type { StabilityResult } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import type { ResultView } from '../kinds/result-view.js';
import { stabilityTableWords as say } from '../messages/stability/table-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { stabilityFigures } from './figures/stability-figures.js';
import { boundsSection } from './sections/bounds-section.js';
import { stabilityCellsSection } from './sections/cells-section.js';
import { convergenceSection } from './sections/convergence-section.js';
import { stabilityMethodSection } from './sections/method-section.js';
import { publishedSection } from './sections/published-section.js';
import { splitSection } from './sections/split-section.js';
import { stabilityTestedSection } from './sections/tested-section.js';
import { sizeNotes } from './small-groups.js';
import { stabilityCsv } from './stability-csv.js';
import { boundsBlock } from './tables/bounds-block.js';
import { convergenceTable } from './tables/convergence-table.js';
import { shortSplitTable } from './tables/split-table.js';
import { stabilityTable } from './tables/stability-table.js';
import { notesUnderVerdict } from './undefined-notes.js';
import { stabilityParagraphs, stabilityVerdict } from './verdict/stability-verdict.js';

const withRows = (table: TextTable): readonly TextTable[] => (table.rows.length === 0 ? [] : [table]);

/** What is said and shown of fair classifiers that were trained again and again. */
export const stabilityView: ResultView<StabilityResult> = {
  title: say.title,
  verdict: stabilityVerdict,
  paragraphs: stabilityParagraphs,
  underVerdict: () => null,
  summary: stabilityTable,
  more: (result) => [
    ...notesUnderVerdict(result),
    ...sizeNotes(result),
    ...withRows(shortSplitTable(result)),
    ...boundsBlock(result),
    ...withRows(convergenceTable(result)),
  ],
  dagger: say.daggerNote,
  figures: stabilityFigures,
  sections: (result, figures) => [
    stabilityTestedSection(result),
    stabilityCellsSection(result),
    figuresSection(figures.filter(({ id }) => id !== 'bounds')),
    splitSection(result),
    publishedSection(result),
    convergenceSection(result),
    boundsSection(result, figures.find(({ id }) => id === 'bounds') ?? null),
    stabilityMethodSection(result),
  ],
  csv: stabilityCsv,
  downloads: (result) => ({ file: 'stability.csv', link: say.csv(), sheet: stabilityCsv(result) }),
};
