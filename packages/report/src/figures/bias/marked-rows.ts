import type { AuditResult, Cell } from '@dpfair/result';
import { cleanText } from '../../format/index.js';
import { type CellGrid, type EntityView, entityView } from '../../measure/index.js';
import { postWords } from '../../words/index.js';
import { type Marks, markedEntities } from './marked-entities.js';

/**
 * The rows of the table of a figure, cell by cell: noise, post-processing, why the entity has a row, its name, and what
 * `rest` says of it.
 */
export function markedRows(
  result: AuditResult,
  grid: CellGrid,
  sizesOf: (cell: Cell) => readonly number[],
  say: Marks,
  rest: (view: EntityView, cell: Cell) => readonly string[],
): string[][] {
  return grid.rows.flatMap((row) =>
    row.cells.flatMap((cell) =>
      markedEntities(cell, sizesOf(cell), say).map(([which, index]) => {
        const view = entityView(result, cell, index);
        return [row.label, postWords(cell.post).label, which, cleanText(view.name), ...rest(view, cell)];
      }),
    ),
  );
}
