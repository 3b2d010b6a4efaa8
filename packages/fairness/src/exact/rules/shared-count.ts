import { type Comparison, comparisonsOf, namesOf, type Predicate } from '@dpfair/decisions';

const coefficient = ({ coefficients }: Comparison, name: string): number =>
  Object.hasOwn(coefficients, name) ? (coefficients[name] as number) : 0;

/** The answers of so many comparisons are told apart as the bits of one number; of more the lowest would be lost. */
const MOST_COMPARISONS = 53;

/**
 * A count such that every comparison has at most one other: given it, the comparisons are about independent counts one by
 * one. Of several the one that leaves the fewest counts with thresholds that move; null when there is none,
 * and for more than 53 comparisons.
 */
export function sharedCountOf(predicate: Predicate): string | null {
  const comparisons = comparisonsOf(predicate);
  if (comparisons.length > MOST_COMPARISONS) return null;
  const names = namesOf(predicate);
  const separates = (name: string) =>
    comparisons.every(({ coefficients }) => Object.keys(coefficients).filter((other) => other !== name).length <= 1);
  const sharing = (name: string) =>
    comparisons.filter(
      (comparison) => coefficient(comparison, name) !== 0 && Object.keys(comparison.coefficients).length > 1,
    );
  return names.filter(separates).sort((a, b) => sharing(b).length - sharing(a).length)[0] ?? null;
}

/** One comparison seen from a shared count s: own s + other y + constant, with y absent where there is no other count. */
export interface SeenComparison {
  readonly own: number;
  readonly other: number;
  readonly name: string | null;
  readonly constant: number;
  readonly strict: boolean;
}

export function seenFrom(predicate: Predicate, shared: string): readonly SeenComparison[] {
  return comparisonsOf(predicate).map((comparison) => {
    const name = Object.keys(comparison.coefficients).find((candidate) => candidate !== shared) ?? null;
    return {
      own: coefficient(comparison, shared),
      other: name === null ? 0 : coefficient(comparison, name),
      name,
      constant: comparison.constant,
      strict: comparison.strict,
    };
  });
}

/** Whether the comparison holds at these values. */
export function holdsAt({ own, other, constant, strict }: SeenComparison, shared: number, value: number): boolean {
  const amount = own * shared + other * value + constant;
  return strict ? amount > 0 : amount >= 0;
}

/** Where y decides: own s + other y + constant = 0. */
export const thresholdAt = ({ own, other, constant }: SeenComparison, shared: number): number =>
  -(own * shared + constant) / other;
