import type { AuditResult, Cell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatInterval, formatNumber } from '../format/index.js';
import { cellGrid } from '../measure/index.js';
import { samplingWords as say } from '../messages/sampling-messages.js';
import { methodWords } from '../words/index.js';
import { totalError, totalWithRange } from './total-error.js';

/** Sampling error alone, privacy noise alone and both, a row a cell; null where sampling error was not asked for. */
export function samplingTable(result: AuditResult): TextTable | null {
  if (result.cells.every(({ sampling }) => sampling === undefined)) return null;
  const total = totalError(result);
  const rows = cellGrid(result).rows.flatMap(({ label, cells }) =>
    cells.map((cell) => [label, cleanText(cell.post), ...numbersOf(cell, total.cell)]),
  );
  return { columns: say.columns(total.header), rows };
}

function numbersOf({ sampling: split }: Cell, write: (value: number | null) => string): readonly string[] {
  if (!split) return [say.notDefined(), '', '', '', '', ''];
  const { sampling, privacy, both, added, ratio } = split;
  return [
    ...[sampling, privacy, both].map(({ absolute }) => totalWithRange(absolute, write)),
    formatInterval(added.estimate, added.lower, added.upper, write),
    formatInterval(ratio.estimate, ratio.lower, ratio.upper, formatNumber),
    methodWords({ method: both.method, trials: split.trials }),
  ];
}
