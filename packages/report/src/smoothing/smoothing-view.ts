import type { SmoothingResult } from '@dpfair/result';
import { formatWhole } from '../format/index.js';
import type { ResultView } from '../kinds/result-view.js';
import { searchWords } from '../messages/smoothing/search-messages.js';
import { smoothingTableWords as say } from '../messages/smoothing/table-messages.js';
import { figuresSection } from '../sections/figures-section.js';
import { smoothingFigures } from './figures/smoothing-figures.js';
import { foundSection } from './sections/found-section.js';
import { smoothingGroupsSection } from './sections/groups-section.js';
import { smoothingMethodSection } from './sections/method-section.js';
import { smoothedRowsSection } from './sections/rows-section.js';
import { searchesSection } from './sections/searches-section.js';
import { smoothingTestedSection } from './sections/tested-section.js';
import { smoothingCsv } from './smoothing-csv.js';
import { metricBlocks } from './tables/metric-table.js';
import { missingRatios, pairTable } from './tables/pair-table.js';
import { searchTable } from './tables/search-table.js';
import { smoothingTable } from './tables/smoothing-table.js';
import { smoothingVerdict } from './verdict/smoothing-verdict.js';
import { notesOnFound } from './words/search-words.js';

/** Pairs of a model that a terminal lists. */
const MOST_PAIRS = 3;
/** Up to this many rows the whole result is inside the page. */
const MOST_INLINED = 2000;

/** What is said and shown of a smoothed model, and of the unfair pairs that were found. */
export const smoothingView: ResultView<SmoothingResult> = {
  title: say.title,
  verdict: smoothingVerdict,
  underVerdict: () => null,
  summary: smoothingTable,
  more: (result) => [
    ...metricBlocks(result),
    ...(result.runs.length === 0 || result.searches.length === 0 ? [] : [searchTable(result)]),
    ...(['model', 'smoothed'] as const).flatMap((of) => {
      const pairs = pairTable(result, of, MOST_PAIRS);
      return pairs.rows.length === 0 ? [] : [searchWords.terminal(searchWords.models[of]()), pairs];
    }),
    ...missingNote(result),
    ...(result.searches.length === 0 ? [] : [notesOnFound(result.searches, false)]),
  ],
  dagger: say.smallNote,
  figures: smoothingFigures,
  sections: (result, figures) => [
    smoothingTestedSection(result),
    smoothingGroupsSection(result),
    foundSection(result),
    figuresSection(figures.filter(({ id }) => id !== 'pairs')),
    smoothedRowsSection(result),
    searchesSection(result, figures.find(({ id }) => id === 'pairs') ?? null),
    smoothingMethodSection(result),
  ],
  csv: smoothingCsv,
  downloads: (result) =>
    result.data.rows > MOST_INLINED
      ? { tooLarge: say.tooLarge(formatWhole(result.data.rows)) }
      : { file: 'smoothing.csv', link: say.csv(), sheet: smoothingCsv(result) },
};

/** What a dash among the worst pairs stands for, where there is one. */
function missingNote(result: SmoothingResult): readonly string[] {
  const missing = missingRatios(result, MOST_PAIRS);
  return missing.length === 0 ? [] : [searchWords.missing(missing.join('; '))];
}
