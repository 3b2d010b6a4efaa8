import type { AuditResult, Cell, Group } from '@dpfair/result';
import type { Direction } from '../direction.js';

/** One group of one cell; fractions are of the group's true total, null when that is zero. */
export interface GroupView {
  readonly group: Group;
  readonly fraction: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly direction: Direction;
}

/** By percent of their own total, or by the sum of their biases. */
export type GroupOrder = 'fraction' | 'bias';

/** The groups of a cell, largest loss first; groups without one come last, in the order of the result. */
export function groupViews(cell: Cell, order: GroupOrder = 'fraction'): GroupView[] {
  const views = cell.groups.map(viewOf);
  return views.sort(
    (first, second) =>
      sortKey(first, order) - sortKey(second, order) ||
      cell.groups.indexOf(first.group) - cell.groups.indexOf(second.group),
  );
}

/** The group at a position of a cell. */
export function groupView(cell: Cell, index: number): GroupView {
  return viewOf(cell.groups[index] as Group);
}

function viewOf(group: Group): GroupView {
  return {
    group,
    fraction: part(group.bias, group.truth),
    lower: part(group.lower, group.truth),
    upper: part(group.upper, group.truth),
    direction: directionOf(group),
  };
}

/** Dollars a group gains or loses in all: as the result says, else its bias times the budget. */
export function groupDollars(result: AuditResult, group: Group): number | null {
  if (group.dollars !== null) return group.dollars;
  return group.bias === null || result.budgetDollars === null || result.unit !== 'share'
    ? null
    : group.bias * result.budgetDollars;
}

function part(value: number | null, truth: number): number | null {
  if (value === null || truth <= 0) return null;
  return Number.isFinite(value / truth) ? value / truth : null;
}

function sortKey(view: GroupView, order: GroupOrder): number {
  return (order === 'bias' ? view.group.bias : view.fraction) ?? Number.MAX_VALUE;
}

function directionOf({ bias, lower, upper }: Group): Direction {
  if (bias === null || lower === null || upper === null) return 'undecided';
  if (bias === 0 && lower === 0 && upper === 0) return 'unchanged';
  if (lower > 0) return 'gains';
  return upper < 0 ? 'loses' : 'undecided';
}
