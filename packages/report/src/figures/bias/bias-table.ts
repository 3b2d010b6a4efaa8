import type { AuditResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatInterval, formatPercent } from '../../format/index.js';
import type { CellGrid, OutcomeUnit } from '../../measure/index.js';
import { biasMessages as say } from '../../messages/figures/figure-messages.js';
import { markedRows } from './marked-rows.js';

/** The data of the bias figure: every entity when there are few, else the extremes by bias and by size of each cell. */
export function biasTable(result: AuditResult, grid: CellGrid, size: OutcomeUnit, unit: OutcomeUnit): TextTable {
  const rows = markedRows(
    result,
    grid,
    (cell) => cell.entities.truth,
    say,
    ({ truth, bias, lower, upper, fraction }) => [
      size.cell(truth),
      formatInterval(bias, lower, upper, unit.cell),
      formatPercent(fraction),
    ],
  );
  return { columns: say.columns(unit.header, size.header), rows };
}
