// 20 USC 6335(c), 20 USC 6337(d): the marginal sums by percentage and by number.
import type { Bracket, BracketPair } from '../law/statute.js';

/** Both marginal sums of each district, in columns that are used again. */
export type BracketSums = (
  count: Float64Array,
  children: Float64Array,
) => { byPercent: Float64Array; byNumber: Float64Array };

/** Where brackets start (parts of the children, or numbers), each with what the weight of a further child rises by there. */
export interface Steps {
  readonly percents: Float64Array;
  readonly numbers: Float64Array;
}

/**
 * sum rise_k (count - percent_k children)_+ and sum rise_k (count - number_k)_+ of n districts, each with its own pair of brackets.
 * Bracket by bracket over all districts that stand together, without a branch.
 *
 * @param pairs the brackets of the district at each place; null: every child counts once.
 */
export function bracketSums(pairs: readonly (BracketPair | null)[]): BracketSums {
  const starts: number[] = [];
  pairs.forEach((pair, place) => {
    if (place === 0 || pair !== pairs[place - 1]) starts.push(place);
  });
  const runs = starts.map((from, run) => ({
    ...stepsOf(pairs[from] ?? null),
    from,
    to: starts[run + 1] ?? pairs.length,
  }));
  const byPercent = new Float64Array(pairs.length);
  const byNumber = new Float64Array(pairs.length);
  const once = new Float64Array(pairs.length).fill(1);
  return (count, children) => {
    for (const { percents, numbers, from, to } of runs) {
      fillSums(percents, count, children, from, to, byPercent);
      fillSums(numbers, count, once, from, to, byNumber);
    }
    return { byPercent, byNumber };
  };
}

/** The steps of a pair of brackets. */
export const stepsOf = (pair: BracketPair | null): Steps => ({
  percents: risesOf(pair?.byPercent ?? onceEach, 1 / 100),
  numbers: risesOf(pair?.byNumber ?? onceEach, 1),
});

const onceEach: readonly Bracket[] = [{ above: 0, weight: 1 }];

const risesOf = (brackets: readonly Bracket[], unit: number): Float64Array =>
  Float64Array.from(
    brackets.flatMap(({ above, weight }, k) => [above * unit, weight - (brackets[k - 1]?.weight ?? 0)]),
  );

/** The statute has five brackets, which are one pass; a rule file may have more. */
const AT_ONCE = 5;

function fillSums(
  steps: Float64Array,
  count: Float64Array,
  scale: Float64Array,
  from: number,
  to: number,
  into: Float64Array,
): void {
  fillFive(steps, count, scale, from, to, into);
  for (let k = 2 * AT_ONCE; k < steps.length; k += 2)
    addBeyond(steps[k] as number, steps[k + 1] as number, count, scale, from, to, into);
}

function fillFive(
  steps: Float64Array,
  count: Float64Array,
  scale: Float64Array,
  from: number,
  to: number,
  into: Float64Array,
): void {
  const at = (k: number): number => steps[k] ?? 0;
  const weight = at(1);
  const [from1, rise1, from2, rise2] = [at(2), at(3), at(4), at(5)];
  const [from3, rise3, from4, rise4] = [at(6), at(7), at(8), at(9)];
  for (let i = from; i < to; i++) {
    const own = count[i] as number;
    const unit = scale[i] as number;
    // The first bracket starts at 0, and has no end below it: negative counts stay what they are.
    into[i] =
      weight * own +
      rise1 * positivePart(own - from1 * unit) +
      rise2 * positivePart(own - from2 * unit) +
      rise3 * positivePart(own - from3 * unit) +
      rise4 * positivePart(own - from4 * unit);
  }
}

function addBeyond(
  start: number,
  rise: number,
  count: Float64Array,
  scale: Float64Array,
  from: number,
  to: number,
  into: Float64Array,
): void {
  for (let i = from; i < to; i++) {
    const beyond = (count[i] as number) - start * (scale[i] as number);
    into[i] = (into[i] as number) + rise * positivePart(beyond);
  }
}

/** The same as Math.max(value, 0), exactly, and without a branch. */
const positivePart = (value: number): number => (value + Math.abs(value)) / 2;
