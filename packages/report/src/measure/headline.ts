import type { AuditResult, Cell } from '@dpfair/result';
import { distinguishable } from './distinguishable.js';
import { shownWrongAnswers, wrongAnswers } from './entities/wrong-answers.js';
import { measured } from './measured.js';

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
  const worst = pool.reduce<Cell | null>(
    (best, cell) => (best === null || size(harm(cell)) > size(harm(best)) ? cell : best),
    null,
  );
  return worst === null || result.unit !== 'probability' ? worst : firstAlike(pool, worst);
}

/**
 * The first cell on the same noise whose wrong answers read the same: clipping often changes none, or one in a billion, and
 * rounding must not decide which post-processing the page speaks of.
 */
function firstAlike(pool: readonly Cell[], worst: Cell): Cell {
  const [noise, text] = [JSON.stringify(worst.mechanism), shownWrongAnswers(worst)];
  return pool.find((cell) => JSON.stringify(cell.mechanism) === noise && shownWrongAnswers(cell) === text) ?? worst;
}

const gap = (cell: Cell) => cell.alpha;
const wrong = (cell: Cell) => wrongAnswers(cell).all;
const size = ({ estimate }: { readonly estimate: number | null }) => estimate ?? 0;
