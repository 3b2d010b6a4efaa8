import type { Cell } from '@dpfair/result';
import { halfWidth } from './half-width.js';

/** What the interval of one bias lets us say. */
export type Direction = 'gains' | 'loses' | 'unchanged' | 'undecided';

/**
 * Whether an entity is expected to gain or lose. When its interval contains zero: `unchanged` for an exact result, whose
 * interval is only the rounding of the computation, `undecided` otherwise and when there is no interval.
 */
export function direction(cell: Cell, index: number): Direction {
  const bias = cell.entities.bias[index] ?? null;
  const half = halfWidth(cell, index);
  if (bias === null || half === null) return 'undecided';
  if (bias === 0 && half === 0) return 'unchanged';
  if (Math.abs(bias) <= half) return cell.method === 'exact' ? 'unchanged' : 'undecided';
  return bias > 0 ? 'gains' : 'loses';
}

/** How many entities go each way. */
export function countDirections(cell: Cell): Record<Direction, number> {
  const counts = { gains: 0, loses: 0, unchanged: 0, undecided: 0 };
  for (let index = 0; index < cell.entities.id.length; index += 1) counts[direction(cell, index)] += 1;
  return counts;
}
