import type { AuditResult, Cell } from '@dpfair/result';
import { halfWidth } from '../half-width.js';

/** One entity of one cell, with what follows from its bias. All differences are expected outcome minus truth. */
export interface EntityView {
  readonly index: number;
  readonly id: string;
  /** The name, or the id where the name is empty. */
  readonly name: string;
  readonly count: number;
  readonly truth: number;
  readonly bias: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Bias as a fraction of the truth; null when the truth is zero. */
  readonly fraction: number | null;
  readonly dollars: number | null;
  /** Dollars per counted person; null without a budget or when the count is zero. */
  readonly dollarsPerPerson: number | null;
}

/** The view of entity `index` of a cell. */
export function entityView(result: AuditResult, cell: Cell, index: number): EntityView {
  const { entities } = cell;
  const bias = entities.bias[index] ?? null;
  const half = halfWidth(cell, index);
  const truth = entities.truth[index] ?? 0;
  const count = entities.count[index] ?? 0;
  const dollars = toDollars(result, bias);
  return {
    index,
    id: entities.id[index] ?? '',
    name: entities.name[index] || entities.id[index] || `entity ${index + 1}`,
    count,
    truth,
    bias,
    lower: bias === null || half === null ? null : finite(bias - half),
    upper: bias === null || half === null ? null : finite(bias + half),
    fraction: divide(bias, truth),
    dollars,
    dollarsPerPerson: divide(dollars, count),
  };
}

/** A share as dollars of the budget; null without a budget, when the unit is not a share and beyond the range of numbers. */
export function toDollars(result: AuditResult, share: number | null): number | null {
  return share === null || result.unit !== 'share' || result.budgetDollars === null
    ? null
    : finite(share * result.budgetDollars);
}

function divide(value: number | null, by: number): number | null {
  if (value === null || by === 0) return null;
  return finite(value / by);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
