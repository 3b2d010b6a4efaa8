import type { AuditResult, Cell, Mechanism } from '@dpfair/result';
import { mechanismLabels } from '../words/index.js';

/** The cells of one mechanism and budget, by post-processing. */
export interface CellRow {
  readonly mechanism: Mechanism;
  /** Unlike the label of any other row. */
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** The cells of a result as a table: rows in order of appearance, one per mechanism and budget; posts in order of appearance. */
export interface CellGrid {
  readonly posts: readonly string[];
  readonly rows: readonly CellRow[];
}

/** Arranges the cells of a result; a second cell with the same mechanism and post opens another row. @param named whether labels name the noise. */
export function cellGrid(result: AuditResult, named = false): CellGrid {
  const rows: { key: string; cells: Cell[] }[] = [];
  for (const cell of result.cells) {
    const key = JSON.stringify(cell.mechanism);
    const row = rows.find((one) => one.key === key && one.cells.every((other) => other.post !== cell.post));
    if (row) row.cells.push(cell);
    else rows.push({ key, cells: [cell] });
  }
  const mechanisms = rows.map(({ cells }) => (cells[0] as Cell).mechanism);
  const labels = mechanismLabels(mechanisms, named);
  return {
    posts: [...new Set(result.cells.map((cell) => cell.post))],
    rows: rows.map(({ cells }, index) => ({
      mechanism: mechanisms[index] as Mechanism,
      label: labels[index] as string,
      cells,
    })),
  };
}

/** The row a cell is in. */
export function rowOf(grid: CellGrid, cell: Cell): CellRow {
  return grid.rows.find((row) => row.cells.includes(cell)) as CellRow;
}

/** The cell of a row with a given post-processing. */
export function cellOf(row: CellRow, post: string): Cell | undefined {
  return row.cells.find((cell) => cell.post === post);
}
