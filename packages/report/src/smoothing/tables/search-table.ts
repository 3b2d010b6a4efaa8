import type { SmoothingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatNumber, formatWhole } from '../../format/index.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { searchName } from '../words/search-words.js';
import { largestRatio } from '../worst-pairs.js';

/** What each search looked at and found, a row each. */
export function searchTable({ searches }: SmoothingResult): TextTable {
  const columns = [say.rows(), say.pairs(), say.violations(), say.unseen(), say.largest()];
  return {
    columns: [say.model(), say.search(), ...columns],
    rows: searches.map((search) => [
      say.models[search.of](),
      searchName(search),
      ...[search.rows, search.pairs, search.violations, search.unseen].map(formatWhole),
      formatNumber(largestRatio(search)),
    ]),
  };
}
