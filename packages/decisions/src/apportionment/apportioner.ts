/**
 * Gives out the seats of a fixed number by population: writes one whole number per entity into `seats`, which add up to that
 * number. A negative population counts as 0; where every population is 0 the seats are dealt in turn, in the order of the list.
 */
export type Apportioner = (populations: Float64Array, seats: Float64Array) => void;

/** Whole shares as equal as can be, the first in the list getting the seats that are left over. */
export function dealInTurn(total: number, seats: Float64Array): void {
  const each = Math.floor(total / seats.length);
  const more = total - each * seats.length;
  for (let i = 0; i < seats.length; i++) seats[i] = i < more ? each + 1 : each;
}

/** Whether nobody is there to be represented. */
export const isEmpty = (populations: Float64Array): boolean => populations.every((population) => !(population > 0));
