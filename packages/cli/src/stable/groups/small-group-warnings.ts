import type { StabilityCell, StabilityResult, Warning } from '@dpfair/result';
import { stableWarnings } from '../../messages/stable.js';

/** Of each group column with groups of few test rows: which, how many rows, and what rests on them. */
export function smallGroupWarnings(
  groups: StabilityResult['data']['groups'],
  cells: readonly StabilityCell[],
): readonly Warning[] {
  return groups.flatMap(({ column, contrast, sizes = [] }) => {
    const small = sizes.filter((size) => size.small);
    if (small.length === 0) return [];
    const names = new Set(small.map(({ group }) => group));
    const known = cells.filter((cell) => cell.group === column && cell.fits.length > 0);
    const resting = known.filter((cell) => outermost(cell).some((group) => names.has(group)));
    return [
      stableWarnings.smallGroups(column, small, {
        cells: resting.length,
        of: known.length,
        contrast: names.has(contrast) ? contrast : null,
        has: known.some(({ withoutSmall }) => withoutSmall !== undefined),
      }),
    ];
  });
}

/** The groups with the smallest and the largest rate of a cell, and those without any. */
function outermost({ rates }: StabilityCell): readonly string[] {
  const known = rates.flatMap(({ rate }) => rate.estimate ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return rates
    .filter(({ rate: { estimate } }) => estimate === null || estimate === least || estimate === most)
    .map(({ group }) => group);
}
