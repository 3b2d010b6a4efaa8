// 20 USC 6335(c), 20 USC 6337(d): the larger of the marginal sums by percentage and by number.
import type { Bracket, BracketPair, GrantRule } from '../law/statute.js';

/** Writes the weighted number of formula children of each district: of `count` of them among `children` in all. */
export type WeightChildren = (count: Float64Array, children: Float64Array, into: Float64Array) => void;

/**
 * Weighted child counts of n districts, each with its own pair of brackets: the larger of
 * sum rise_k (count - percent_k children)_+ and sum rise_k (count - number_k)_+.
 *
 * @param pairs the brackets of the district at each place; null: every child counts once.
 * @param cap the weighted count is at most so many times the count, by place; infinite where there is no limit.
 */
export function weightChildren(pairs: readonly (BracketPair | null)[], cap: Float64Array): WeightChildren {
  const known = [...new Set(pairs)];
  const steps = known.map((pair) => ({
    percents: stepsOf(pair?.byPercent ?? onceEach, 1 / 100),
    numbers: stepsOf(pair?.byNumber ?? onceEach, 1),
  }));
  const stepsAt = Uint16Array.from(pairs, (pair) => known.indexOf(pair));
  return (count, children, into) => {
    for (let place = 0; place < into.length; place++) {
      const own = count[place] as number;
      const { percents, numbers } = steps[stepsAt[place] as number] as (typeof steps)[number];
      const byPercent = marginalSum(percents, own, children[place] as number);
      const byNumber = marginalSum(numbers, own, 1);
      const most = (cap[place] as number) * own;
      const larger = byPercent > byNumber ? byPercent : byNumber;
      into[place] = larger > most ? most : larger;
    }
  };
}

const onceEach: readonly Bracket[] = [{ above: 0, weight: 1 }];

/** Where brackets start (parts of the children, or numbers), each with what the weight of a further child rises by there. */
const stepsOf = (brackets: readonly Bracket[], unit: number): Float64Array =>
  Float64Array.from(
    brackets.flatMap(({ above, weight }, k) => [above * unit, weight - (brackets[k - 1]?.weight ?? 0)]),
  );

function marginalSum(steps: Float64Array, count: number, scale: number): number {
  // The first bracket starts at 0, and has no end below it: negative counts stay what they are.
  let sum = (steps[1] as number) * count;
  for (let k = 2; k < steps.length; k += 2) {
    const beyond = count - (steps[k] as number) * scale;
    if (beyond <= 0) break;
    sum += (steps[k + 1] as number) * beyond;
  }
  return sum;
}

/**
 * The weighted counts near the true ones, as if the brackets in which those lie went on for ever: linear in the count and the children.
 */
export function tangentWeightChildren(
  pairs: readonly (BracketPair | null)[],
  cap: Float64Array,
  trueCount: Float64Array,
  trueChildren: Float64Array,
): WeightChildren {
  const perCount = new Float64Array(pairs.length);
  const perChild = new Float64Array(pairs.length);
  const constant = new Float64Array(pairs.length);
  pairs.forEach((pair, place) => {
    const count = trueCount[place] as number;
    const children = trueChildren[place] as number;
    const percents = stepsOf(pair?.byPercent ?? onceEach, 1 / 100);
    const numbers = stepsOf(pair?.byNumber ?? onceEach, 1);
    const byPercent = marginalSum(percents, count, children);
    const byNumber = marginalSum(numbers, count, 1);
    const most = cap[place] as number;
    if (most * count < Math.max(byPercent, byNumber)) {
      perCount[place] = most;
      return;
    }
    const percentDecides = byPercent > byNumber;
    const steps = percentDecides ? percents : numbers;
    for (let k = 0; k < steps.length; k += 2) {
      const start = steps[k] as number;
      const rise = steps[k + 1] as number;
      if (k > 0 && count <= start * (percentDecides ? children : 1)) break;
      perCount[place] = (perCount[place] as number) + rise;
      if (percentDecides) perChild[place] = (perChild[place] as number) - rise * start;
      else constant[place] = (constant[place] as number) - rise * start;
    }
  });
  return (count, children, into) => {
    for (let place = 0; place < into.length; place++) {
      into[place] =
        (perCount[place] as number) * (count[place] as number) +
        (perChild[place] as number) * (children[place] as number) +
        (constant[place] as number);
    }
  };
}

/** The brackets of each place: of the class of its state's equity factor, for counties or districts. */
export function bracketsAt(
  { weights }: GrantRule,
  equityAt: (place: number) => number,
  isCounty: readonly boolean[],
): readonly (BracketPair | null)[] {
  return isCounty.map((county, place) => {
    const found = weights.find(({ equityBelow }) => equityBelow === undefined || equityAt(place) < equityBelow);
    return found === undefined ? null : county ? found.county : found.district;
  });
}
