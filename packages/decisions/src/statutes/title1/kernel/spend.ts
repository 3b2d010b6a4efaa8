// 20 USC 6332(d) with the state minimums; 20 USC 6337(b) and (d) for the grant that goes to states first.
import { fillToBudget, LARGEST_STEPS, reduceRatably } from './fill-to-budget.js';

/** What was spent: the rate at which weights are paid, by state (0: none is), and which states are at their minimum. */
export interface Spending {
  readonly rate: Float64Array;
  readonly atMinimum: Uint8Array;
}

/**
 * Spends a budget on all districts at one rate t, but gives a state whose districts would have less than its minimum that minimum apart:
 * t solves sum over states of max(minimum_s, sum_i max(floor_i, t weight_i)) = budget, which is convex and piecewise linear.
 *
 * @param start places of the districts of each state.
 */
export function nationalSpender(start: Int32Array) {
  const states = start.length - 1;
  const rate = new Float64Array(states);
  const atMinimum = new Uint8Array(states);
  const least = new Float64Array(states);
  // A run on other noise ends near this rate: it saves steps, and does not change where they end.
  let hint = 0;

  /** What a step of Newton's method leads to. */
  const step = (weight: Float64Array, floor: Float64Array, budget: number, from: number): number => {
    let fixed = 0;
    let moving = 0;
    for (let s = 0; s < states; s++) {
      let held = 0;
      let free = 0;
      const end = start[s + 1] as number;
      for (let i = start[s] as number; i < end; i++) {
        const w = weight[i] as number;
        const f = floor[i] as number;
        if (from * w > f) free += w;
        else held += f;
      }
      const minimum = least[s] as number;
      const below = held + from * free < minimum;
      atMinimum[s] = below ? 1 : 0;
      fixed += below ? minimum : held;
      moving += below ? 0 : free;
    }
    return moving > 0 ? (budget - fixed) / moving : 0;
  };

  return (
    weight: Float64Array,
    floor: Float64Array,
    minimum: Float64Array,
    budget: number,
    amount: Float64Array,
  ): Spending => {
    let weights = 0;
    let floors = 0;
    let minimums = 0;
    for (let s = 0; s < states; s++) {
      let own = 0;
      let held = 0;
      for (let i = start[s] as number; i < (start[s + 1] as number); i++) {
        own += weight[i] as number;
        held += floor[i] as number;
      }
      least[s] = own > 0 ? (minimum[s] as number) : 0;
      weights += own;
      floors += held;
      minimums += Math.max(least[s] as number, held);
    }
    if (!(weights > 0) || floors >= budget) {
      rate.fill(0);
      atMinimum.fill(0);
      reduceRatably(floor, 0, floor.length, budget, amount);
      return { rate, atMinimum };
    }
    // Minimums that cannot be met beside what is held are reduced alike.
    if (minimums >= budget) reduceMinimums(least, minimums, budget);
    let common = hint > 0 ? Math.max(step(weight, floor, budget, hint), 0) : 0;
    if (!(common > 0)) common = budget / weights;
    for (let k = 0; k < LARGEST_STEPS; k++) {
      const next = step(weight, floor, budget, common);
      if (!(next < common)) break;
      common = next;
    }
    if (hint === 0) hint = common;
    for (let s = 0; s < states; s++) {
      const from = start[s] as number;
      const to = start[s + 1] as number;
      if (atMinimum[s] === 1) {
        rate[s] = fillToBudget(weight, floor, from, to, least[s] as number, amount);
        continue;
      }
      rate[s] = common;
      for (let i = from; i < to; i++) {
        const own = common * (weight[i] as number);
        const held = floor[i] as number;
        amount[i] = own > held ? own : held;
      }
    }
    return { rate, atMinimum };
  };
}

function reduceMinimums(least: Float64Array, minimums: number, budget: number): void {
  const part = (0.999999 * budget) / minimums;
  for (let s = 0; s < least.length; s++) least[s] = part * (least[s] as number);
}

/**
 * Spends a budget on states by weights of their own, none below its minimum, and on districts within the allotment of their state. A state
 * in which nobody has a weight or a floor gets nothing.
 */
export function stateSpender(start: Int32Array) {
  const states = start.length - 1;
  const rate = new Float64Array(states);
  const atMinimum = new Uint8Array(states);
  const least = new Float64Array(states);
  const wanted = new Float64Array(states);
  const allotment = new Float64Array(states);
  return (
    weight: Float64Array,
    floor: Float64Array,
    stateWeight: Float64Array,
    minimum: Float64Array,
    budget: number,
    amount: Float64Array,
  ): Spending => {
    for (let s = 0; s < states; s++) {
      let receives = false;
      for (let i = start[s] as number; i < (start[s + 1] as number) && !receives; i++)
        receives = (weight[i] as number) > 0 || (floor[i] as number) > 0;
      wanted[s] = receives ? (stateWeight[s] as number) : 0;
      least[s] = receives ? (minimum[s] as number) : 0;
    }
    const common = fillToBudget(wanted, least, 0, states, budget, allotment);
    for (let s = 0; s < states; s++) {
      atMinimum[s] = common * (wanted[s] as number) > (least[s] as number) ? 0 : 1;
      rate[s] = fillToBudget(weight, floor, start[s] as number, start[s + 1] as number, allotment[s] as number, amount);
    }
    return { rate, atMinimum };
  };
}
