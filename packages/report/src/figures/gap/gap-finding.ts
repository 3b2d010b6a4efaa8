import type { Cell } from '@dpfair/result';
import { formatFold, formatPercent } from '../../format/index.js';
import {
  type CellGrid,
  type CellRow,
  cellOf,
  distinguishable,
  measured,
  type OutcomeUnit,
} from '../../measure/index.js';
import { gapMessages as say } from '../../messages/figures/figure-messages.js';
import { atLabel, postWords, sentence } from '../../words/index.js';

/** Gaps this close are the same but for rounding: the first post-processing is told. */
const ALIKE = 1e-9;

interface Placed {
  readonly row: CellRow;
  readonly cell: Cell;
}

/**
 * The finding of the gap figure: how much wider the gap of the worst post-processing is at its widest than at its narrowest.
 *
 * @param points the unit of gaps that are bounded (percentage points) and are told as they are, not as a ratio
 */
export function gapFinding(grid: CellGrid, points: OutcomeUnit | null = null): string {
  const placed = grid.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const sure = placed.filter(({ cell }) => distinguishable(cell.alpha) && measured(cell));
  if (sure.length === 0) return say.titleNothing();
  const widest = sure.reduce((best, one) => (gap(one) > gap(best) * (1 + ALIKE) ? one : best));
  const { phrase } = postWords(widest.cell.post);
  const same = grid.rows.flatMap((row) => {
    const cell = cellOf(row, widest.cell.post);
    return cell !== undefined && distinguishable(cell.alpha) && measured(cell) && row !== widest.row
      ? [{ row, cell }]
      : [];
  });
  const narrowest = same.reduce<Placed | null>(
    (best, one) => (best === null || gap(one) < gap(best) ? one : best),
    null,
  );
  const upper = narrowest?.cell.alpha.upper ?? null;
  if (narrowest === null || upper === null || upper >= (widest.cell.alpha.lower ?? 0)) {
    return sentence(say.titleUnclear(phrase));
  }
  const [near, far] = [atLabel(narrowest.row.label), atLabel(widest.row.label)];
  if (points !== null)
    return sentence(say.titleFromTo(phrase, points.text(gap(narrowest)), near, points.text(gap(widest)), far));
  const safe = widening(widest.cell.alpha.lower as number, upper);
  const isExact = widening(gap(widest), gap(narrowest)) === safe;
  return sentence(say.titleWidens(phrase, isExact ? safe : `at least ${safe}`, near, far));
}

/** `135 times`, or `41.0 %` where the gap is less than twice as wide. */
function widening(wide: number, narrow: number): string {
  const fold = formatFold(wide, narrow);
  return fold.startsWith('by ') ? formatPercent(wide / narrow - 1) : fold.replace('-fold', ' times');
}

function gap({ cell }: { readonly cell: Cell }): number {
  return cell.alpha.estimate ?? 0;
}
