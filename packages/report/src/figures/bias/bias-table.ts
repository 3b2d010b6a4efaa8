import type { AuditResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatInterval, formatPercent } from '../../format/index.js';
import { type CellGrid, entityView, type OutcomeUnit } from '../../measure/index.js';
import { biasMessages as say } from '../../messages/figure-messages.js';
import { postWords } from '../../words/index.js';
import { markedEntities } from './marked-entities.js';

/** The data of the bias figure: every entity when there are few, else the extremes by bias and by size of each cell. */
export function biasTable(result: AuditResult, grid: CellGrid, size: OutcomeUnit, unit: OutcomeUnit): TextTable {
  const rows = grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      markedEntities(cell, cell.entities.truth, say).map(([which, index]) => {
        const view = entityView(result, cell, index);
        return [
          row.label,
          postWords(cell.post).label,
          which,
          cleanText(view.name),
          size.cell(view.truth),
          formatInterval(view.bias, view.lower, view.upper, unit.cell),
          formatPercent(view.fraction),
        ];
      }),
    ),
  );
  return { columns: say.columns(unit.header, size.header), rows };
}
