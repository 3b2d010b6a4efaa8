import { namesOf, type Predicate } from '@dpfair/decisions';
import type { ContinuousNoise } from '@dpfair/stats';
import type { NoisyCount } from '../exact/rules/noisy-count.js';
import { ruleEvaluator } from '../exact/rules/rule-probability.js';
import { anyDependence, independent } from './composition.js';
import type { Interval } from './simplex-alpha.js';

/**
 * Limits of the probability of a rule from its single comparisons alone: parts without a common count are independent, all others may depend on
 * each other in any way. Needs no quadrature over shared counts, and works where they are entangled.
 *
 * @returns null where a single comparison has no formula (a clipped sum of three counts).
 */
export function ruleRange(
  predicate: Predicate,
  clipped: boolean,
): ((counts: Readonly<Record<string, NoisyCount<ContinuousNoise>>>) => Interval) | null {
  switch (predicate.kind) {
    case 'comparison': {
      const evaluate = ruleEvaluator(predicate, clipped);
      return (
        evaluate &&
        ((counts) => {
          const { probability, error } = evaluate(counts);
          return { lower: Math.max(0, probability - error), upper: Math.min(1, probability + error) };
        })
      );
    }
    case 'not': {
      const inner = ruleRange(predicate.of, clipped);
      return (
        inner &&
        ((counts) => {
          const { lower, upper } = inner(counts);
          return { lower: 1 - upper, upper: 1 - lower };
        })
      );
    }
    default: {
      const [left, right] = [ruleRange(predicate.left, clipped), ruleRange(predicate.right, clipped)];
      if (left === null || right === null) return null;
      const names = namesOf(predicate.left);
      const join = namesOf(predicate.right).some((name) => names.includes(name)) ? anyDependence : independent;
      return (counts) => join(predicate.kind, left(counts), right(counts));
    }
  }
}
