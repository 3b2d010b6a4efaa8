import type { Cell } from '@dpfair/result';

/** Whether the gap of a cell is defined: a cell without an estimate takes part in no comparison, whatever its interval. */
export function measured(cell: Cell): boolean {
  return cell.alpha.estimate !== null;
}
