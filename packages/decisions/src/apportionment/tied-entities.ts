import { isEmpty } from './apportioner.js';
import { comparePriorities } from './divisors/claim-order.js';
import { divisorApportioner } from './divisors/divisor-apportioner.js';
import { rankingOf } from './divisors/ranking.js';
import { type Claim, type DivisorMethod, signpost } from './method.js';
import { type ApportionmentMethodName, apportionmentMethods } from './methods.js';
import { roundDown, seatsLeft } from './remainders/remainder-apportioner.js';
import { remainderComparison, remainderOrder } from './remainders/remainder-order.js';
import { selectFirst } from './remainders/select-first.js';

/**
 * The entities whose claims to the last seats are exactly equal although there are not seats for all of them: which of them get
 * one is decided by the convention for ties alone. Places in the list, none where the apportionment is not tied.
 */
export function tiedEntities(
  name: ApportionmentMethodName,
  total: number,
  populations: Float64Array,
): readonly number[] {
  if (isEmpty(populations)) return [];
  const method = apportionmentMethods[name];
  return method.kind === 'divisor' ? tiedPriorities(method, total, populations) : tiedRemainders(total, populations);
}

function tiedPriorities(method: DivisorMethod, total: number, populations: Float64Array): readonly number[] {
  const seats = new Float64Array(populations.length);
  divisorApportioner(method, total)(populations, seats);
  const signposts = Float64Array.from({ length: total + 1 }, (_, held) => signpost(method, held));
  const ranking = rankingOf(method, signposts, populations, seats);
  const last = ranking.firstToLose();
  if (last < 0) return [];
  const claim = (place: number, held: number): Claim => ({
    population: Math.max(populations[place] as number, 0),
    held,
    place,
  });
  const lastHeld = claim(last, (seats[last] as number) - 1);
  const equalsLast = (place: number, held: number) =>
    held >= method.minimum && comparePriorities(method, claim(place, held), lastHeld) === 0;
  const next = ranking.firstToGain();
  if (!equalsLast(next, seats[next] as number)) return [];
  return [...seats.keys()].filter(
    (place) => equalsLast(place, seats[place] as number) || equalsLast(place, (seats[place] as number) - 1),
  );
}

function tiedRemainders(total: number, populations: Float64Array): readonly number[] {
  const seats = new Float64Array(populations.length);
  const state = roundDown(populations, total, seats);
  const left = seatsLeft(state);
  const order = Int32Array.from(seats.keys());
  const precedes = remainderOrder(state);
  selectFirst(order, left, precedes);
  const [winners, others] = [[...order.subarray(0, left)], [...order.subarray(left)]];
  if (winners.length === 0 || others.length === 0) return [];
  const lastIn = winners.reduce((a, b) => (precedes(a, b) ? b : a));
  const firstOut = others.reduce((a, b) => (precedes(a, b) ? a : b));
  const compare = remainderComparison(state);
  return compare(lastIn, firstOut) === 0 ? [...seats.keys()].filter((i) => compare(i, lastIn) === 0) : [];
}
