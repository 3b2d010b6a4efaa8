import { type MarginOf, moveThresholds } from './move-thresholds.js';
import type { Predicate } from './predicate.js';

/**
 * The same question with every threshold moved in favour of yes, of an exclusive or both ways: `a > 1 xor b > 2` asks
 * `(a > 1 and not b > 2) or (not a > 1 and b > 2)`, of which each comparison has a side of yes.
 *
 * @returns null where exclusive ors are nested so deeply that this takes more than 200 comparisons.
 * @example movedInFavour(parseRule('a > 10'), () => 2) // asks a - 8 > 0
 */
export function movedInFavour(predicate: Predicate, by: MarginOf): Predicate | null {
  const plain = withoutXor(predicate);
  return plain && moveThresholds(plain, by);
}

/** Each exclusive or doubles both of its sides. */
const MOST_COMPARISONS = 200;

/**
 * The same question without exclusive ors, `(left and not right) or (not left and right)` in their place, so that every
 * threshold has a side of yes; null where that takes more than 200 comparisons.
 */
const withoutXor = (predicate: Predicate): Predicate | null =>
  sizeOf(predicate) > MOST_COMPARISONS ? null : expanded(predicate);

/** Comparisons of a predicate once it is expanded. */
function sizeOf(predicate: Predicate): number {
  if (predicate.kind === 'comparison') return 1;
  if (predicate.kind === 'not') return sizeOf(predicate.of);
  const both = sizeOf(predicate.left) + sizeOf(predicate.right);
  return predicate.kind === 'xor' ? 2 * both : both;
}

function expanded(predicate: Predicate): Predicate {
  if (predicate.kind === 'comparison') return predicate;
  if (predicate.kind === 'not') return { kind: 'not', of: expanded(predicate.of) };
  const [left, right] = [expanded(predicate.left), expanded(predicate.right)];
  if (predicate.kind !== 'xor') return { kind: predicate.kind, left, right };
  return {
    kind: 'or',
    left: { kind: 'and', left, right: { kind: 'not', of: right } },
    right: { kind: 'and', left: { kind: 'not', of: left }, right },
  };
}
