import { comparisonsOf, holdsGiven, type Predicate } from '@dpfair/decisions';
import { massWhere, type NoisyCount, regionsBetween } from './noisy-count.js';
import { holdsAt, type SeenComparison, thresholdAt } from './shared-count.js';

/** Up to this many comparisons the answers of a rule are tabulated. */
const LARGEST_TABLE = 12;

/** A count other than the shared one, and the comparisons (by their bit) that ask for it. */
interface OtherCount {
  readonly count: NoisyCount;
  readonly asked: readonly { readonly comparison: SeenComparison; readonly bit: number }[];
}

/**
 * P(predicate | shared count): the other counts are independent, and each matters only by which side of its thresholds it is
 * on. Sums the probabilities of all combinations of sides for which the predicate holds.
 *
 * @param holds whether the predicate holds, given the answers of its comparisons as bits: {@link answersByMask}.
 */
export function probabilityGiven(
  holds: (mask: number) => boolean,
  comparisons: readonly SeenComparison[],
  others: ReadonlyMap<string, NoisyCount>,
): (shared: number) => number {
  const bits = comparisons.map((comparison, k) => ({ comparison, bit: 2 ** k }));
  const alone = bits.filter(({ comparison }) => comparison.name === null);
  const counts = [...others].map(
    ([name, count]): OtherCount => ({ count, asked: bits.filter(({ comparison }) => comparison.name === name) }),
  );

  const sum = (k: number, mask: number, shared: number): number => {
    const other = counts[k];
    if (other === undefined) return Number(holds(mask));
    const [first] = other.asked;
    if (first === undefined) return sum(k + 1, mask, shared);
    if (other.asked.length > 1) return sumOverRegions(k, other, mask, shared);
    const yes = massHolding(other.count, first.comparison, shared);
    return (
      (yes > 0 ? yes * sum(k + 1, mask + first.bit, shared) : 0) + (yes < 1 ? (1 - yes) * sum(k + 1, mask, shared) : 0)
    );
  };

  /** For a count that several comparisons ask for: interval by interval between their thresholds. */
  const sumOverRegions = (k: number, { count, asked }: OtherCount, mask: number, shared: number): number => {
    const thresholds = asked.map(({ comparison }) => thresholdAt(comparison, shared));
    let total = 0;
    for (const { mass, at } of regionsBetween(count, thresholds)) {
      let answers = mask;
      for (const { comparison, bit } of asked) if (holdsAt(comparison, shared, at)) answers += bit;
      total += mass * sum(k + 1, answers, shared);
    }
    return total;
  };

  return (shared) => {
    let mask = 0;
    for (const { comparison, bit } of alone) if (holdsAt(comparison, shared, 0)) mask += bit;
    return sum(0, mask, shared);
  };
}

/** P(the comparison holds | shared count), for the only comparison that asks for this count. */
function massHolding(count: NoisyCount, comparison: SeenComparison, shared: number): number {
  const above = comparison.other > 0;
  return massWhere(
    count,
    above ? (comparison.strict ? '>' : '>=') : comparison.strict ? '<' : '<=',
    thresholdAt(comparison, shared),
  );
}

/** Whether the predicate holds, given the answers of its comparisons as bits: the first comparison is 1, the second 2. */
export function answersByMask(predicate: Predicate): (mask: number) => boolean {
  const size = comparisonsOf(predicate).length;
  const answers = (mask: number) => {
    const bits: boolean[] = [];
    for (let rest = mask; bits.length < size; rest = Math.floor(rest / 2)) bits.push(rest % 2 === 1);
    return bits;
  };
  if (size > LARGEST_TABLE) return (mask) => holdsGiven(predicate, answers(mask));
  // There may be a rule for each entity, which is asked for few of the masks.
  const known: (boolean | undefined)[] = new Array(2 ** size);
  return (mask) => {
    const holds = known[mask] ?? holdsGiven(predicate, answers(mask));
    known[mask] = holds;
    return holds;
  };
}
