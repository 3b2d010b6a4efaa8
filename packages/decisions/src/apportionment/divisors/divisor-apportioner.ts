// Balinski and Young, Fair Representation (1982), appendix A: the seats go to the largest of all p_i / d(k).
import { type Apportioner, dealInTurn, isEmpty } from '../apportioner.js';
import { type DivisorMethod, signpost } from '../method.js';
import { rankingOf } from './ranking.js';
import { startingDivisor } from './starting-divisor.js';

/**
 * A divisor method for this many seats. Begins with the seats that a divisor near the final one gives, and then moves seats
 * one by one to the largest priority without a seat from the smallest that has one: O(n) a move, a handful of moves.
 *
 * @param total seats to give out, a whole number, at least n where the method has a minimum.
 */
export function divisorApportioner(method: DivisorMethod, total: number): Apportioner {
  const signposts = Float64Array.from({ length: total + 1 }, (_, held) => signpost(method, held));
  return (populations, seats) => {
    if (isEmpty(populations)) {
      dealInTurn(total, seats);
      return;
    }
    const ranking = rankingOf(method, signposts, populations, seats);
    let given = seatsAbove(startingDivisor(method, populations, total), method, signposts, populations, seats);
    for (;;) {
      const next = given <= total ? ranking.firstToGain() : -1;
      const last = given >= total ? ranking.firstToLose() : -1;
      if (given === total && !(last >= 0 && ranking.deserves(next, last))) return;
      if (given <= total) seats[next] = (seats[next] as number) + 1;
      if (given >= total) seats[last] = (seats[last] as number) - 1;
      given = total > given ? given + 1 : total < given ? given - 1 : given;
    }
  };
}

/** Gives everyone a seat for each signpost below population / divisor, at least the minimum. @returns how many that are. */
function seatsAbove(
  divisor: number,
  method: DivisorMethod,
  signposts: Float64Array,
  populations: Float64Array,
  seats: Float64Array,
): number {
  const most = signposts.length - 1;
  let given = 0;
  for (let i = 0; i < seats.length; i++) {
    const population = populations[i] as number;
    const share = population > 0 ? Math.min(population / divisor, most) : 0;
    const down = Math.floor(share);
    const rounded = share > (signposts[down] as number) ? down + 1 : down;
    const own = Math.min(Math.max(rounded, method.minimum), most);
    seats[i] = own;
    given += own;
  }
  return given;
}
