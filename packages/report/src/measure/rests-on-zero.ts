import type { Cell } from '@dpfair/result';

/**
 * Whether an interval of a simulated quantity that cannot be negative begins at 0. The estimate beside it is then no more than
 * the place where it was clamped, and is not shown.
 */
export function restsOnZero(cell: Cell, { lower, upper }: Readonly<Record<'lower' | 'upper', number | null>>): boolean {
  return cell.method === 'montecarlo' && lower === 0 && upper !== null && upper > 0;
}
