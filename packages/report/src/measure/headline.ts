import type { AuditResult, Cell } from '@dpfair/result';
import { distinguishable } from './distinguishable.js';
import { measured } from './measured.js';
import { wrongAnswers } from './wrong-answers.js';

/**
 * The cell the page opens with: the widest gap among those whose interval leaves zero out, otherwise the widest
 * estimate; null when no cell has an estimate. Of yes-or-no answers it is the cell with the most wrong ones: an entity
 * beside the threshold is wrong half of the time at any budget, so that the widest gap says little.
 */
export function headlineCell(result: AuditResult): Cell | null {
  const defined = result.cells.filter(measured);
  const harm = result.unit === 'probability' ? wrong : gap;
  const sure = defined.filter((cell) => distinguishable(harm(cell)));
  const pool = sure.length > 0 ? sure : defined;
  return pool.reduce<Cell | null>(
    (best, cell) => (best === null || size(harm(cell)) > size(harm(best)) ? cell : best),
    null,
  );
}

const gap = (cell: Cell) => cell.alpha;
const wrong = (cell: Cell) => wrongAnswers(cell).all;
const size = ({ estimate }: { readonly estimate: number | null }) => estimate ?? 0;
