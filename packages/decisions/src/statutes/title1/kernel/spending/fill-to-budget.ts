// 20 USC 6332(c) and (d): what a district is owed is reduced ratably, but not below what it is held harmless at.
import { addUp, addUpAtRate, payAtRate, type Totals } from './at-rate.js';

/**
 * Spends a budget on entities `from <= i < to` in proportion to their weights, none below its floor: amount_i = max(floor_i, t weight_i) with
 * the one t that spends everything. Floors that exceed the budget are reduced ratably; a budget that nobody has a weight for goes to
 * the floors in proportion, or is left when there are none.
 *
 * Newton's method on the sum, which is convex and piecewise linear in t: it starts above the root, falls, and ends exactly.
 *
 * @returns t, or 0 when there is none.
 */
export function fillToBudget(
  weight: Float64Array,
  floor: Float64Array,
  from: number,
  to: number,
  budget: number,
  amount: Float64Array,
): number {
  const rate = rateThatSpends(weight, floor, from, to, budget);
  if (rate > 0) {
    payAtRate(weight, floor, from, to, rate, amount);
    return rate;
  }
  reduceRatably(floor, from, to, budget, amount);
  return 0;
}

const totals: Totals = { weight: 0, floor: 0 };

function rateThatSpends(weight: Float64Array, floor: Float64Array, from: number, to: number, budget: number): number {
  addUp(weight, floor, from, to, totals);
  if (!(totals.weight > 0) || totals.floor >= budget) return 0;
  let rate = budget / totals.weight;
  for (let step = 0; step < LARGEST_STEPS; step++) {
    addUpAtRate(weight, floor, from, to, rate, totals);
    const next = totals.weight > 0 ? (budget - totals.floor) / totals.weight : 0;
    // Rounding alone can make the steps turn back.
    if (!(next < rate)) return rate;
    rate = next;
  }
  return rate;
}

/** Gives each the same part of its floor. */
export function reduceRatably(
  floor: Float64Array,
  from: number,
  to: number,
  budget: number,
  amount: Float64Array,
): void {
  let floors = 0;
  for (let i = from; i < to; i++) floors += floor[i] as number;
  const part = floors > 0 ? budget / floors : 0;
  for (let i = from; i < to; i++) amount[i] = part > 0 ? part * (floor[i] as number) : 0;
}

/** Newton's method on n pieces ends after n steps at the latest; a few are enough in practice. */
export const LARGEST_STEPS = 200;
