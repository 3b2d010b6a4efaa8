import { DpfairError } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import { decimalNumber } from '../../options/reading/decimal-number.js';

export const metricKeywords = ['uniform', 'minimal', 'logistic'] as const;
export type MetricKeyword = (typeof metricKeywords)[number];

/** Where the weights of a metric come from. */
export type MetricWords =
  | { readonly kind: MetricKeyword }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'given'; readonly weights: ReadonlyMap<string, number> };

/**
 * Reads what `--metric` says: a keyword, the path of a table, or weights. A weight stands after the last equals sign, so that `sex=Male=0.5` is that
 * of the feature `sex=Male`.
 *
 * @throws DpfairError `usage`
 * @example parseMetric(['age=1,hours=2']) // { kind: 'given', weights: Map { 'age' => 1, 'hours' => 2 } }
 */
export function parseMetric(words: readonly string[]): MetricWords {
  const [first = ''] = words;
  if (words.length === 1 && !first.includes('=')) {
    const keyword = metricKeywords.find((name) => name === first);
    return keyword === undefined ? { kind: 'file', path: first } : { kind: keyword };
  }
  const weights = new Map<string, number>();
  for (const part of words.flatMap((word) => word.split(','))) {
    const at = part.lastIndexOf('=');
    const column = part.slice(0, Math.max(0, at)).trim();
    const weight = decimalNumber(part.slice(at + 1).trim());
    if (column === '' || !(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new DpfairError('usage', smoothFaults.metric(part));
    }
    if (weights.has(column)) throw new DpfairError('usage', smoothFaults.weightTwice(column));
    weights.set(column, weight);
  }
  return { kind: 'given', weights };
}
