import type { Cell } from '@dpfair/result';

/**
 * Half the width of the interval around one bias, so that the intervals of all entities hold together.
 *
 * - exact and series: the numerical or truncation error the result states of this bias, else the largest of the cell (0 when
 *   it states none);
 * - Monte Carlo: `intervalMultiplier` times the standard error; when the result has no multiplier, the multiplier is
 *   sqrt(2 ln(n / (1 - confidence))), which is on the safe side: P(|Z| > c) <= exp(-c^2 / 2) for a normal Z and the union
 *   bound over n entities;
 * - Monte Carlo of yes-or-no answers and of seats: the resolution that the result states more, because an answer that never changed in
 *   the run may still change with a probability of that size.
 *
 * @returns null when the bias or its standard error is missing
 */
export function halfWidth(cell: Cell, index: number): number | null {
  const bias = cell.entities.bias[index] ?? null;
  if (bias === null) return null;
  if (cell.method !== 'montecarlo') return cell.entities.error?.[index] ?? cell.errorEstimate ?? 0;
  const error = cell.entities.standardError[index] ?? null;
  const multiplier = simultaneousMultiplier(cell);
  return error === null || multiplier === null ? null : multiplier * error + unseenProbability(cell);
}

/** What the change of an answer, or of a number of seats, that was never seen to change may still be; 0 for other outcomes. */
export function unseenProbability({ decision, entities, resolution }: Cell): number {
  return entities.probability === undefined && decision !== 'apportionment' ? 0 : (resolution ?? 0);
}

/** The number of standard errors on either side of a Monte Carlo bias; null when the confidence is 1. */
export function simultaneousMultiplier(cell: Cell): number | null {
  if (typeof cell.intervalMultiplier === 'number') return cell.intervalMultiplier;
  const { confidence } = cell.alpha;
  return confidence < 1 ? Math.sqrt(2 * Math.log(Math.max(1, cell.entities.id.length) / (1 - confidence))) : null;
}
