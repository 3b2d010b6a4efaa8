import type { Bound } from '@dpfair/result';

/** What a cell found, beside which bounds are stated. */
export interface Found {
  /** Bias per entity, in the unit of the outcome. */
  readonly bias: Float64Array;
  /** How far each bias may be off: numerical error, or half an interval that holds for all entities at once. */
  readonly margin: Float64Array;
  /** Whether the biases are exact. */
  readonly exact: boolean;
  readonly alpha: number | null;
  readonly costOfPrivacy: number | null;
}

/** A bound with its slack: the room above the estimate, or below it where there is no upper side. */
export function boundOf(
  about: Pick<Bound, 'name' | 'quantity' | 'estimate' | 'source'>,
  lower: number | null,
  upper: number | null,
): Bound {
  const { estimate } = about;
  const slack = estimate === null ? null : upper !== null ? upper - estimate : lower !== null ? estimate - lower : null;
  return { ...about, lower, upper, slack, reason: null };
}
