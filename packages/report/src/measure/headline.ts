import type { AuditResult, Cell } from '@dpfair/result';
import { distinguishable } from './distinguishable.js';
import { measured } from './measured.js';

/**
 * The cell the page opens with: the widest gap among those whose interval leaves zero out, otherwise the widest
 * estimate; null when no cell has an estimate.
 */
export function headlineCell(result: AuditResult): Cell | null {
  const defined = result.cells.filter(measured);
  const sure = defined.filter((cell) => distinguishable(cell.alpha));
  const pool = sure.length > 0 ? sure : defined;
  return pool.reduce<Cell | null>((best, cell) => (best === null || gap(cell) > gap(best) ? cell : best), null);
}

function gap(cell: Cell): number {
  return cell.alpha.estimate ?? 0;
}
