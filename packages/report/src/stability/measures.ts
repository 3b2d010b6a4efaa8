import type { Repeated, StabilityCell } from '@dpfair/result';
import {
  formatEstimate,
  formatInterval,
  formatNumber,
  formatProbability,
  formatRange,
  type NumberWriter,
} from '../format/index.js';
import { stabilityProgressWords as progress } from '../messages/stability/progress-messages.js';
import { stabilityTableWords as table } from '../messages/stability/table-messages.js';
import { stabilityWords as say } from '../messages/stability/word-messages.js';
import { isWaiting } from './how-far.js';
import { type RateBasis, toldRate } from './small-groups.js';

/** One of the measures that are drawn against lambda. */
export interface Measure {
  readonly id: 'stab' | 'statistical-rate' | 'accuracy';
  readonly name: string;
  readonly of: (cell: StabilityCell) => Repeated;
  readonly write: NumberWriter;
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

/** Measures of a column of groups as they are concluded from: the statistical rate without small groups, where there are some. */
export const toldMeasure = (measure: Measure, basis: RateBasis): Measure =>
  measure.id === 'statistical-rate' && basis === 'large'
    ? { ...measure, name: table.rateWithoutSmall(), of: toldRate }
    : measure;

/** A number of a cell over repetitions with its interval; a dagger where it is not defined in all of them, or has no interval. */
export function repeatedText(
  cell: StabilityCell,
  { estimate, lower, upper, reason }: Repeated,
  write: Measure['write'],
): string {
  if (estimate === null) return missingText(cell);
  const range = formatRange(estimate, lower, upper, write);
  const alone = formatEstimate(estimate, lower, upper, write);
  const text = reason === null ? alone : table.few(alone);
  return range === null ? text : `${text} (${range})`;
}

/** What stands for a number that a cell does not have. */
export const missingText = (cell: StabilityCell): string =>
  isWaiting(cell) ? progress.notRun() : progress.notDefined();

/** The same without the mark, for sentences. */
export const plainText = ({ estimate, lower, upper }: Repeated, write: Measure['write']): string =>
  formatInterval(estimate, lower, upper, write);
