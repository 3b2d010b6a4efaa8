import type { Predicate } from '../rules/predicate.js';
import type { AreaLevel } from '../statutes/section203/index.js';

/**
 * A yes-or-no question about pairs of an area and a language. The answer is yes where `own` of the pair's level holds; or
 * where `throughState` holds of a subdivision and `ofState` of the pair of its state; or where `carrying` holds of the pair of
 * a native area that lies in a subdivision. A part that is null never holds.
 */
export interface LanguageQuestion {
  readonly own: Readonly<Record<AreaLevel, Predicate | null>>;
  readonly throughState: { readonly rule: Predicate; readonly ofState: Predicate } | null;
  readonly carrying: Predicate | null;
}

/** Any of them; null of none. */
export const anyOf = (parts: readonly (Predicate | null)[]): Predicate | null => join('or', parts);

/** All of those that are there; null of none. */
export const allOf = (parts: readonly (Predicate | null)[]): Predicate | null => join('and', parts);

const join = (kind: 'and' | 'or', parts: readonly (Predicate | null)[]): Predicate | null =>
  parts.reduce((left, right) => (left === null ? right : right === null ? left : { kind, left, right }), null);
