import type { SmoothingMetric } from '@dpfair/result';
import { cleanText, formatNumber, formatWhole } from '../../format/index.js';
import { metricTableWords as say } from '../../messages/smoothing/metric-messages.js';
import { columnOf } from './column-words.js';

/** Columns of texts that are named. */
const MOST_COLUMNS = 5;

/** What another text makes for a distance, from the least to the most: it takes one input from 1 to 0 and another from 0 to 1. */
export interface TextChange {
  readonly column: string;
  readonly least: number;
  readonly most: number;
}

/** What another text makes for a distance in each column of texts that counts, most first. Inputs of a column of texts are at least two levels of it, and no number. */
export function textChanges({ columns, scales, norm }: SmoothingMetric): readonly TextChange[] {
  const levels = new Map<string, number[]>();
  columns.forEach((name, k) => {
    const column = columnOf(name);
    if (column !== name) levels.set(column, [...(levels.get(column) ?? []), scales[k] ?? 0]);
  });
  return [...levels]
    .filter(([column, own]) => own.length > 1 && !columns.includes(column) && own.some((scale) => scale > 0))
    .map(([column, own]) => {
      const sorted = [...own].sort((one, other) => one - other);
      const [first = 0, second = 0] = sorted;
      return {
        column: cleanText(column),
        least: together(first, second, norm),
        most: together(sorted.at(-1) ?? 0, sorted.at(-2) ?? 0, norm),
      };
    })
    .sort((one, other) => other.most - one.most);
}

/** The same in a sentence; null where no column of texts counts. */
export function changeWords(metric: SmoothingMetric): string | null {
  const changes = textChanges(metric);
  if (changes.length === 0) return null;
  const named = changes
    .slice(0, MOST_COLUMNS)
    .map(({ column, least, most }) => say.changeOf(column, formatNumber(least), formatNumber(most)));
  return say.changes(named, changes.length > MOST_COLUMNS ? formatWhole(changes.length - MOST_COLUMNS) : null);
}

/** The norm of two differences of 1, weighted. */
function together(one: number, other: number, norm: number | null): number {
  const largest = Math.max(one, other);
  if (norm === null || largest === 0) return largest;
  return largest * ((one / largest) ** norm + (other / largest) ** norm) ** (1 / norm);
}
