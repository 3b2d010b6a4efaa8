// 20 USC 6332(d) with the state minimums; 20 USC 6337(b) and (d) for the grant that goes to states first.
import { addUp, addUpAtRate, payAtRate, type Totals } from './at-rate.js';
import { fillToBudget, LARGEST_STEPS, reduceRatably } from './fill-to-budget.js';

/** What was spent: the rate at which weights are paid, by state (0: none is), and which states are at their minimum. */
export interface Spending {
  readonly rate: Float64Array;
  readonly atMinimum: Uint8Array;
}

/**
 * Spends a budget on all districts at one rate t, but gives a state whose districts would have less than its minimum that minimum apart:
 * t solves sum over states of max(minimum_s, sum_i max(floor_i, t weight_i)) = budget, which is convex and piecewise linear. Minimums that
 * cannot be met beside what is held are reduced: what each adds to what its state holds, in one proportion. What is held alone may exceed
 * the budget too: then it is reduced ratably.
 *
 * @param start places of the districts of each state.
 * @returns a function that spends; with `remember`, later searches start from the rate that it ends at. It may not be used by two at once.
 */
export function nationalSpender(start: Int32Array) {
  const states = start.length - 1;
  const rate = new Float64Array(states);
  const atMinimum = new Uint8Array(states);
  const least = new Float64Array(states);
  const heldOf = new Float64Array(states);
  const totals: Totals = { weight: 0, floor: 0 };
  let remembered = 0;

  /** What a step of Newton's method leads to. */
  const step = (weight: Float64Array, floor: Float64Array, budget: number, from: number): number => {
    let fixed = 0;
    let moving = 0;
    for (let s = 0; s < states; s++) {
      addUpAtRate(weight, floor, start[s] as number, start[s + 1] as number, from, totals);
      const minimum = least[s] as number;
      const below = totals.floor + from * totals.weight < minimum;
      atMinimum[s] = below ? 1 : 0;
      fixed += below ? minimum : totals.floor;
      moving += below ? 0 : totals.weight;
    }
    return moving > 0 ? (budget - fixed) / moving : 0;
  };

  const commonRate = (weight: Float64Array, floor: Float64Array, budget: number, weights: number): number => {
    let common = remembered > 0 ? Math.max(step(weight, floor, budget, remembered), 0) : 0;
    if (!(common > 0)) common = budget / weights;
    for (let k = 0; k < LARGEST_STEPS; k++) {
      const next = step(weight, floor, budget, common);
      if (!(next < common)) break;
      common = next;
    }
    return common;
  };

  /** Each state has what it holds, and the same part of what its minimum adds to that; the rate of the others is 0. */
  const reduceMinimums = (part: number) => {
    for (let s = 0; s < states; s++) {
      const held = heldOf[s] as number;
      const added = (least[s] as number) - held;
      atMinimum[s] = added > 0 ? 1 : 0;
      if (added > 0) least[s] = held + part * added;
    }
  };

  return (
    weight: Float64Array,
    floor: Float64Array,
    minimum: Float64Array,
    budget: number,
    amount: Float64Array,
    remember = false,
  ): Spending => {
    let weights = 0;
    let floors = 0;
    let minimums = 0;
    for (let s = 0; s < states; s++) {
      addUp(weight, floor, start[s] as number, start[s + 1] as number, totals);
      heldOf[s] = totals.floor;
      least[s] = totals.weight > 0 ? (minimum[s] as number) : 0;
      weights += totals.weight;
      floors += totals.floor;
      minimums += Math.max(least[s] as number, totals.floor);
    }
    if (!(weights > 0) || floors >= budget) {
      rate.fill(0);
      atMinimum.fill(0);
      reduceRatably(floor, 0, floor.length, budget, amount);
      return { rate, atMinimum };
    }
    let common = 0;
    if (minimums >= budget) reduceMinimums((budget - floors) / (minimums - floors));
    else common = commonRate(weight, floor, budget, weights);
    if (remember) remembered = common;
    for (let s = 0; s < states; s++) {
      const from = start[s] as number;
      const to = start[s + 1] as number;
      if (atMinimum[s] === 1) {
        rate[s] = fillToBudget(weight, floor, from, to, least[s] as number, amount);
        continue;
      }
      rate[s] = common;
      payAtRate(weight, floor, from, to, common, amount);
    }
    return { rate, atMinimum };
  };
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
  const totals: Totals = { weight: 0, floor: 0 };
  return (
    weight: Float64Array,
    floor: Float64Array,
    stateWeight: Float64Array,
    minimum: Float64Array,
    budget: number,
    amount: Float64Array,
  ): Spending => {
    for (let s = 0; s < states; s++) {
      addUp(weight, floor, start[s] as number, start[s + 1] as number, totals);
      const receives = totals.weight > 0 || totals.floor > 0;
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
