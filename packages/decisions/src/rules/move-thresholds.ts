import type { Comparison, Predicate } from './predicate.js';

/** What is added to the side of a comparison that has to be larger, in its unit. */
export type MarginOf = (comparison: Comparison) => number;

/**
 * The same question with every threshold moved, so that it holds more often: `by` gives what is added to the side that has
 * to be larger. Under `not` thresholds move the other way.
 *
 * @param by in the unit of the comparison, at least 0 for a question that holds more often.
 * @returns null where an exclusive or leaves no side to move to.
 * @example moveThresholds(parseRule('lep > 10'), () => 2) // asks lep - 8 > 0
 */
export function moveThresholds(predicate: Predicate, by: MarginOf): Predicate | null {
  switch (predicate.kind) {
    case 'comparison':
      return { ...predicate, constant: predicate.constant + by(predicate) };
    case 'not': {
      const of = moveThresholds(predicate.of, (comparison) => -by(comparison));
      return of && { kind: 'not', of };
    }
    case 'xor':
      return null;
    default: {
      const left = moveThresholds(predicate.left, by);
      const right = moveThresholds(predicate.right, by);
      return left && right && { kind: predicate.kind, left, right };
    }
  }
}
