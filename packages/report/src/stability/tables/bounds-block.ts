import type { StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatConfidence, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { sentence } from '../../words/index.js';
import { boundsRemarks, hasBounds, shortBoundsTable, toldCells } from './bounds-table.js';

/** What theory bounds and what replacing rows measured, for a terminal: a table, what its columns are, and what the bounds take for granted. */
export function boundsBlock(result: StabilityResult): readonly (TextTable | string)[] {
  const table = shortBoundsTable(result);
  if (table.rows.length === 0) return [];
  const tried = result.cells.flatMap(({ replaced }) => (replaced === null ? [] : [replaced.replacements]));
  const [fewest, most] = [Math.min(...tried), Math.max(...tried)].map(formatWhole);
  const bounded = toldCells(result).some(hasBounds);
  const words = [
    ...(bounded ? [boundsSentence(result)] : []),
    ...(tried.length === 0 ? [] : [say.measuredShort(say.range(fewest ?? '', most ?? ''))]),
    ...boundsRemarks(result, toldCells(result)).map((text) => `${sentence(text)}.`),
    ...(bounded ? [say.boundsElsewhere()] : []),
  ];
  return [table, words.join(' ')];
}

function boundsSentence({ cells, setting }: StabilityResult): string {
  const rows = formatWhole(cells[0]?.stab.ofRows ?? null);
  return say.boundsShort(rows, formatConfidence(setting.confidence), setting.kernel === null);
}
