import type { SmoothingMetric } from '@dpfair/result';
import { cleanText, formatPlain } from '../../format/index.js';
import { smoothingTestedWords as say } from '../../messages/smoothing/tested-messages.js';

/** A metric in words: its norm, where its weights come from, and what they were multiplied by. */
export function metricWords({ norm, source, constant }: SmoothingMetric): string {
  return say.metricText(normWords(norm), say.metricSources[source](), formatPlain(constant));
}

/** What a difference of 1 in one column alone counts. */
export interface Weight {
  readonly column: string;
  readonly scale: number;
  /** What a number of the file is divided by. */
  readonly deviation: number;
}

/** The columns of a metric by what they count, most first. */
export function weightsOf({ columns, scales, deviations }: SmoothingMetric): readonly Weight[] {
  return columns
    .map((column, k) => ({ column: cleanText(column), scale: scales[k] ?? 0, deviation: deviations?.[k] ?? 1 }))
    .sort((one, other) => other.scale - one.scale);
}

function normWords(norm: number | null): string {
  if (norm === null) return say.norms.largest();
  if (norm === 1) return say.norms.sum();
  return norm === 2 ? say.norms.euclid() : say.norms.other(formatPlain(norm));
}
