// Balinski and Young, Fair Representation (1982), chapter 3: Hamilton's method.
import { compensatedSum } from '@dpfair/stats';
import { type Apportioner, dealInTurn, isEmpty } from '../apportioner.js';
import { type RoundedDown, remainderOrder } from './remainder-order.js';
import { selectFirst } from './select-first.js';

/**
 * Largest remainders: everyone gets total p_i / sum p rounded down, and the seats left over go one each to the largest
 * remainders. O(n) on average.
 *
 * @param total seats to give out, a whole number.
 */
export function remainderApportioner(total: number): Apportioner {
  return (populations, seats) => {
    if (isEmpty(populations)) {
      dealInTurn(total, seats);
      return;
    }
    const state = roundDown(populations, total, seats);
    const order = Int32Array.from(seats.keys());
    const left = seatsLeft(state);
    selectFirst(order, left, remainderOrder(state));
    for (const i of order.subarray(0, left)) seats[i] = (seats[i] as number) + 1;
  };
}

/**
 * Gives everyone the whole part of the quota. A quota that rounding puts on the wrong side of a whole number does no harm: what
 * remains is then the largest, or the smallest.
 */
export function roundDown(populations: Float64Array, total: number, seats: Float64Array): RoundedDown {
  const present = populations.map((population) => Math.max(population, 0));
  const people = compensatedSum(present);
  const remainders = present.map((population, i) => {
    const quota = total * (population / people);
    seats[i] = Math.floor(quota);
    return quota - (seats[i] as number);
  });
  return { populations: present, seats, remainders, total };
}

/** Seats that are left when everyone has the whole part of the quota. */
export const seatsLeft = ({ seats, total }: RoundedDown): number => total - seats.reduce((sum, own) => sum + own, 0);
