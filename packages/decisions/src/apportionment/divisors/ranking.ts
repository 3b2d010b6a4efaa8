import { NEARLY_EQUAL } from '../comparing/nearly-equal.js';
import type { DivisorMethod } from '../method.js';
import { precedes } from './claim-order.js';

/** Who is next to gain a seat, and to lose one, as seats stand. */
export interface Ranking {
  /** The entity with the largest priority that has no seat yet. */
  readonly firstToGain: () => number;
  /** The entity with the smallest priority that has a seat; -1 where all seats are minimum seats. */
  readonly firstToLose: () => number;
  /** Whether the next seat of one entity comes before the last seat of another. */
  readonly deserves: (next: number, last: number) => boolean;
}

/** @param signposts by seats held. @param seats read at each call, so that it can be changed between calls. */
export function rankingOf(
  method: DivisorMethod,
  signposts: Float64Array,
  populations: Float64Array,
  seats: Float64Array,
): Ranking {
  const population = (i: number) => Math.max(populations[i] as number, 0);
  const priority = (i: number, held: number) => population(i) / (signposts[held] as number);
  /** Whether the claim of i after `held` seats comes before that of j after `others`. */
  const isBefore = (i: number, held: number, j: number, others: number): boolean => {
    const [mine, theirs] = [priority(i, held), priority(j, others)];
    if (Math.abs(mine - theirs) > NEARLY_EQUAL * mine) return mine > theirs;
    if (population(i) === population(j) && held === others) return i < j;
    return precedes(
      method,
      { population: population(i), held, place: i },
      { population: population(j), held: others, place: j },
    );
  };
  return {
    firstToGain: () => {
      let best = 0;
      for (let i = 1; i < seats.length; i++) {
        if (isBefore(i, seats[i] as number, best, seats[best] as number)) best = i;
      }
      return best;
    },
    firstToLose: () => {
      let worst = -1;
      for (let i = 0; i < seats.length; i++) {
        if ((seats[i] as number) <= method.minimum) continue;
        if (worst < 0 || isBefore(worst, (seats[worst] as number) - 1, i, (seats[i] as number) - 1)) worst = i;
      }
      return worst;
    },
    deserves: (next, last) => isBefore(next, seats[next] as number, last, (seats[last] as number) - 1),
  };
}
