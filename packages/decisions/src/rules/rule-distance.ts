import type { NoisyColumns } from '../pipeline.js';
import type { Comparison, Predicate } from './predicate.js';
import { wholeComparison } from './whole-coefficients.js';

/**
 * How far each entity is from the threshold of a rule, in standard deviations of the noise: above 0 where the rule holds,
 * below 0 where not, 0 at the threshold itself. A comparison `sum of coefficient x count + constant > 0` is as far as
 *
 *     (sum of coefficient x count + constant) / sqrt(sum of (coefficient x deviation)^2)
 *
 * `and` is as far as the smaller of its sides, `or` as the larger, `not` as far on the other side, and `xor` is
 * `(left and not right) or (not left and right)`. Clipping at 0 is not looked at: true counts are not negative.
 *
 * @param columns true counts and public numbers by name, of length n.
 * @param deviationOf standard deviation of the noise of each of these columns; 0 for what is public.
 * @returns n distances; infinite where noise cannot change the answer.
 */
export function ruleDistance(
  predicate: Predicate,
  columns: NoisyColumns,
  deviationOf: (name: string) => number,
): Float64Array {
  const at = measure(predicate, columns, deviationOf);
  const n = Object.values(columns)[0]?.length ?? 0;
  return Float64Array.from({ length: n }, (_, i) => at(i));
}

type Measure = (entity: number) => number;

function measure(predicate: Predicate, columns: NoisyColumns, deviationOf: (name: string) => number): Measure {
  if (predicate.kind === 'comparison') return comparisonDistance(predicate, columns, deviationOf);
  if (predicate.kind === 'not') {
    const inner = measure(predicate.of, columns, deviationOf);
    return (i) => -inner(i);
  }
  const [left, right] = [predicate.left, predicate.right].map((side) => measure(side, columns, deviationOf)) as [
    Measure,
    Measure,
  ];
  if (predicate.kind === 'and') return (i) => Math.min(left(i), right(i));
  if (predicate.kind === 'or') return (i) => Math.max(left(i), right(i));
  return (i) => {
    const [one, other] = [left(i), right(i)];
    return Math.max(Math.min(one, -other), Math.min(-one, other));
  };
}

function comparisonDistance(
  comparison: Comparison,
  columns: NoisyColumns,
  deviationOf: (name: string) => number,
): Measure {
  const { coefficients, constant, strict } = wholeComparison(comparison).comparison;
  const terms = Object.entries(coefficients).map(
    ([name, coefficient]) => [columns[name] as Float64Array, coefficient] as const,
  );
  const deviation = Math.hypot(
    ...Object.entries(coefficients).map(([name, coefficient]) => coefficient * deviationOf(name)),
  );
  return (i) => {
    const margin = terms.reduce((sum, [counts, coefficient]) => sum + coefficient * (counts[i] as number), constant);
    if (deviation > 0) return margin / deviation;
    const holds = strict ? margin > 0 : margin >= 0;
    return holds ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  };
}
