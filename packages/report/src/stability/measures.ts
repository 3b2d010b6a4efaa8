import type { Repeated, StabilityCell } from '@dpfair/result';
import { formatInterval, formatNumber, formatProbability } from '../format/index.js';
import { stabilityTableWords as table } from '../messages/stability/table-messages.js';
import { stabilityWords as say } from '../messages/stability/word-messages.js';

/** One of the measures that are drawn against lambda. */
export interface Measure {
  readonly id: 'stab' | 'statistical-rate' | 'accuracy';
  readonly name: string;
  readonly of: (cell: StabilityCell) => Repeated;
  readonly write: (value: number | null) => string;
  /** The published figure, with its standard deviation. */
  readonly published: (cell: StabilityCell) => { readonly mean: number | null; readonly deviation: number | null };
}

/** Stability, fairness, accuracy. */
export const measures: readonly Measure[] = [
  {
    id: 'stab',
    name: say.stab(),
    of: ({ stab }) => stab,
    write: formatNumber,
    published: ({ published }) => ({ mean: published?.stab ?? null, deviation: null }),
  },
  {
    id: 'statistical-rate',
    name: say.rate(),
    of: ({ statisticalRate }) => statisticalRate,
    write: formatNumber,
    published: ({ published }) => ({
      mean: published?.statisticalRate ?? null,
      deviation: published?.statisticalRateDeviation ?? null,
    }),
  },
  {
    id: 'accuracy',
    name: say.accuracy(),
    of: ({ accuracy }) => accuracy,
    write: formatProbability,
    published: ({ published }) => ({
      mean: published?.accuracy ?? null,
      deviation: published?.accuracyDeviation ?? null,
    }),
  },
];

/** A number over repetitions with its interval; a dagger where it is not defined in all of them, or has no interval. */
export function repeatedText({ estimate, lower, upper, reason }: Repeated, write: Measure['write']): string {
  const text = formatInterval(estimate, lower, upper, write);
  return reason === null || estimate === null ? text : table.few(text);
}

/** The same without the mark, for sentences. */
export const plainText = ({ estimate, lower, upper }: Repeated, write: Measure['write']): string =>
  formatInterval(estimate, lower, upper, write);
