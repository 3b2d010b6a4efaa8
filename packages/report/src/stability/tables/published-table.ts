import type { StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatPoints } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { measures, missingText, repeatedText } from '../measures.js';
import { labelOf, orderedCells } from '../variants.js';

/** Published figures beside ours, cell by cell and measure by measure. No rows where nothing was published. */
export function publishedTable(result: StabilityResult): TextTable {
  const rows = orderedCells(result).flatMap((cell) =>
    measures.flatMap((measure) => {
      const { mean, deviation } = measure.published(cell);
      if (mean === null) return [];
      const { estimate } = measure.of(cell);
      const spread = measure.id === 'accuracy' ? measure.write : formatPlain;
      const write = measure.id === 'accuracy' ? formatPoints : formatNumber;
      return [
        [
          cleanText(cell.group),
          labelOf(result, cell),
          measure.name,
          formatPlain(cell.lambda),
          say.withDeviation(measure.write(mean), deviation === null ? null : spread(deviation)),
          repeatedText(cell, measure.of(cell), measure.write),
          estimate === null ? missingText(cell) : write(estimate - mean),
        ],
      ];
    }),
  );
  const columns = [
    say.column(),
    say.algorithm(),
    say.measure(),
    say.lambda(),
    say.published(),
    say.ours(),
    say.difference(),
  ];
  return { columns, rows };
}
