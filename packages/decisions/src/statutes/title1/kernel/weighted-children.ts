// 20 USC 6335(c), 20 USC 6337(d): the larger of the marginal sums by percentage and by number.
import type { BracketPair, GrantRule } from '../law/statute.js';
import { bracketSums, type Steps, stepsOf } from './bracket-sums.js';
import { largerOf } from './branch-free.js';

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
  const sumsOf = bracketSums(pairs);
  const capped: number[] = [];
  cap.forEach((most, place) => {
    if (Number.isFinite(most)) capped.push(place);
  });
  return (count, children, into) => {
    const { byPercent, byNumber } = sumsOf(count, children);
    fillLarger(byPercent, byNumber, into);
    for (const place of capped)
      into[place] = Math.min(into[place] as number, (cap[place] as number) * (count[place] as number));
  };
}

function fillLarger(left: Float64Array, right: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = largerOf(left[i] as number, right[i] as number);
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
  const sums = bracketSums(pairs)(trueCount, trueChildren);
  const stepsOfPair = new Map([...new Set(pairs)].map((pair) => [pair, stepsOf(pair)]));
  pairs.forEach((pair, place) => {
    const count = trueCount[place] as number;
    const children = trueChildren[place] as number;
    const { percents, numbers } = stepsOfPair.get(pair) as Steps;
    const byPercent = sums.byPercent[place] as number;
    const byNumber = sums.byNumber[place] as number;
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
