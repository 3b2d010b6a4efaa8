import { NEARLY_EQUAL } from '../comparing/nearly-equal.js';
import { wholeMultiples } from '../comparing/whole-multiples.js';

/** An apportionment by remainders before the seats that are left over are given: what remains is total p_i / sum p - seats_i. */
export interface RoundedDown {
  /** At least 0. */
  readonly populations: Float64Array;
  readonly seats: Float64Array;
  /** What remains, as far as doubles hold it. */
  readonly remainders: Float64Array;
  readonly total: number;
}

/** Compares two entities: 1 when the first has the larger remainder, 0 when they are equal without rounding, else -1. */
export function remainderComparison({ populations, seats, remainders, total }: RoundedDown) {
  let exact: ((i: number) => bigint) | null = null;
  return (a: number, b: number): number => {
    const difference = (remainders[a] as number) - (remainders[b] as number);
    const quota = Math.max((seats[a] as number) + 1, (seats[b] as number) + 1);
    if (Math.abs(difference) > NEARLY_EQUAL * quota) return Math.sign(difference);
    if (populations[a] === populations[b] && seats[a] === seats[b]) return 0;
    exact ??= exactRemainders(populations, seats, total);
    const [first, second] = [exact(a), exact(b)];
    return first === second ? 0 : first > second ? 1 : -1;
  };
}

/** total p_i - seats_i sum p, times a power of two. */
function exactRemainders(populations: Float64Array, seats: Float64Array, total: number): (i: number) => bigint {
  const whole = wholeMultiples(populations);
  const people = whole.reduce((sum, population) => sum + population, 0n);
  const down = Array.from(seats, BigInt);
  return (i) => BigInt(total) * (whole[i] as bigint) - (down[i] as bigint) * people;
}

/** The larger remainder first; of equal ones the larger population; of equal populations the one listed first. */
export function remainderOrder(state: RoundedDown): (a: number, b: number) => boolean {
  const compare = remainderComparison(state);
  return (a, b) => {
    const order = compare(a, b);
    if (order !== 0) return order > 0;
    const more = (state.populations[a] as number) - (state.populations[b] as number);
    return more === 0 ? a < b : more > 0;
  };
}
