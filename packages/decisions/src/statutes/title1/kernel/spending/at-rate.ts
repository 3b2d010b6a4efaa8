// max(floor, rate x weight) of each entity, and its sums; entities are from <= i < to.
import { largerOf } from '../branch-free.js';

/** The floor of entities that are not held at anything: all that they may be paid is above it, and 0 times it is 0. */
export const NO_FLOOR = -Number.MAX_VALUE;

/** Sums over entities, written over by each call. */
export interface Totals {
  /** Weights: of all, or of those that are paid above their floor. */
  weight: number;
  /** Floors: of all, or of those that are paid their floor. */
  floor: number;
}

/** Adds up all weights and all floors. */
export function addUp(weight: Float64Array, floor: Float64Array, from: number, to: number, into: Totals): void {
  let weights = 0;
  let floors = 0;
  for (let i = from; i < to; i++) {
    weights += weight[i] as number;
    floors += floor[i] as number;
  }
  into.weight = weights;
  // Where nothing is held floors are far below 0.
  into.floor = floors > 0 ? floors : 0;
}

/** Adds up the weights that are paid above their floor at this rate, and the floors of the others. */
export function addUpAtRate(
  weight: Float64Array,
  floor: Float64Array,
  from: number,
  to: number,
  rate: number,
  into: Totals,
): void {
  let moving = 0;
  let held = 0;
  for (let i = from; i < to; i++) {
    const own = weight[i] as number;
    const least = floor[i] as number;
    const moves = Number(rate * own > least);
    moving += moves * own;
    held += (1 - moves) * least;
  }
  into.weight = moving;
  into.floor = held;
}

/** Writes what each is paid at this rate. */
export function payAtRate(
  weight: Float64Array,
  floor: Float64Array,
  from: number,
  to: number,
  rate: number,
  amount: Float64Array,
): void {
  for (let i = from; i < to; i++) amount[i] = largerOf(rate * (weight[i] as number), floor[i] as number);
}
