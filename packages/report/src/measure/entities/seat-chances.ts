import type { Cell } from '@dpfair/result';
import { formatProbability, formatProbabilityRange } from '../../format/index.js';
import { simultaneousMultiplier } from '../half-width.js';
import type { ProbabilityText } from './answer-view.js';

/** The questions that come along with seats, by the names that a result has for them. */
const eventNames = { fewer: 'fewer seats', more: 'more seats' } as const;

export type SeatChange = keyof typeof eventNames;

/** The probability that noise changes the seats of one entity this way. */
export interface SeatChance {
  /** Null where the result does not say. */
  readonly probability: number | null;
  /** Half the width of its interval, which holds for all entities at once; null where there is none. */
  readonly half: number | null;
}

/** The chance of entity `index` of a cell to have fewer seats than without noise, or more. */
export function seatChance(cell: Cell, change: SeatChange, index: number): SeatChance {
  const event = cell.entities.events?.find(({ name }) => name === eventNames[change]);
  const probability = event?.probability[index] ?? null;
  if (event === undefined || probability === null) return { probability: null, half: null };
  if (event.method !== 'montecarlo') return { probability, half: event.error?.[index] ?? 0 };
  const multiplier = simultaneousMultiplier(cell);
  const error = event.standardError[index] ?? null;
  const half = multiplier === null || error === null ? null : multiplier * error + (event.resolution ?? 0);
  return { probability, half };
}

/** The same in words, with its interval where it was simulated. */
export function seatChanceText(cell: Cell, change: SeatChange, index: number): ProbabilityText {
  const { probability, half } = seatChance(cell, change, index);
  const text = formatProbability(probability);
  if (cell.method !== 'montecarlo' || probability === null || half === null) return { text, range: null };
  return { text, range: formatProbabilityRange(probability - half, probability + half) };
}

/** The entity with the largest chance of a change; null where none has any, beyond its error. */
export function likeliestChange(cell: Cell, change: SeatChange): number | null {
  let best: number | null = null;
  let largest = 0;
  for (let index = 0; index < cell.entities.id.length; index += 1) {
    const { probability, half } = seatChance(cell, change, index);
    if (probability === null || probability <= (half ?? 0) || probability <= largest) continue;
    largest = probability;
    best = index;
  }
  return best;
}

/** How many entities have fewer seats than without noise on average, or more; null where a chance is missing. */
export function expectedChanges(cell: Cell, change: SeatChange): number | null {
  let sum = 0;
  for (let index = 0; index < cell.entities.id.length; index += 1) {
    const { probability } = seatChance(cell, change, index);
    if (probability === null) return null;
    sum += probability;
  }
  return sum;
}
