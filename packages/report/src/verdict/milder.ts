import type { AuditResult, Cell } from '@dpfair/result';
import { type CellGrid, cellOf, distinguishable, measured, outcomeUnit, rowOf } from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { shiftedAmount } from './effect.js';

/** The cell with the same post-processing and the smallest gap; null when the headline is the only one. */
export function milderCell(grid: CellGrid, head: Cell): Cell | null {
  if (!distinguishable(head.alpha)) return null;
  const headRow = rowOf(grid, head);
  const cells = grid.rows
    .filter((row) => row !== headRow)
    .map((row) => cellOf(row, head.post))
    .filter((cell): cell is Cell => cell !== undefined && measured(cell));
  return cells.reduce<Cell | null>(
    (best, cell) => (best === null || (cell.alpha.estimate ?? 0) < (best.alpha.estimate ?? 0) ? cell : best),
    null,
  );
}

/** What the same rule does under the mildest noise tested; no full stop. */
export function milderSentence(result: AuditResult, at: string, cell: Cell): string {
  if (!distinguishable(cell.alpha)) return say.milderNothing(at);
  const amount = shiftedAmount(result, cell);
  if (amount !== null) return say.milder(at, amount);
  const { estimate, lower, upper } = cell.alpha;
  return say.milderGap(at, outcomeUnit(result, [estimate]).interval(estimate, lower, upper));
}
