// The rate of fillToBudget in each state, for one grant of a pair.
import type { Functions } from '../../../../../dist/kernels/title1.js';
import { type GrantPair, LANES } from './grant-pair.js';

/** Searches for the rates at which the districts of a state are paid a budget, in one lane. */
export interface StateRates {
  /** Starts the search in state s. */
  readonly start: (s: number, budget: number) => void;
  /** A step in state s after a pass at its rates; does nothing where the rate is found. */
  readonly move: (s: number) => void;
  readonly isOpen: (s: number) => boolean;
  /** Formula children x dollars of all districts of a state. */
  readonly askedIn: (s: number) => number;
  /** What its districts hold; 0 where nothing is held. */
  readonly heldIn: (s: number) => number;
}

export function stateRates(functions: Functions, pair: GrantPair, lane: number, places: Int32Array): StateRates {
  const { totals, sums, rates, floor } = pair;
  const states = places.length - 1;
  const target = new Float64Array(states);
  const open = new Uint8Array(states);
  const askedIn = (s: number): number => totals[2 * LANES * s + lane] as number;
  const heldIn = (s: number): number => Math.max(totals[2 * LANES * s + LANES + lane] as number, 0);
  return {
    askedIn,
    heldIn,
    isOpen: (s) => open[s] === 1,
    start: (s, budget) => {
      const asked = askedIn(s);
      const held = heldIn(s);
      target[s] = budget;
      open[s] = Number(asked > 0 && held < budget);
      rates[LANES * s + lane] = open[s] === 1 ? budget / asked : 0;
      if (open[s] === 1) return;
      // What is held is all there is, or more: each has the same part of it.
      const part = held > 0 ? budget / held : 0;
      functions.scaleFloors(places[s] as number, places[s + 1] as number, lane, part, floor.byteOffset);
    },
    move: (s) => {
      if (open[s] === 0) return;
      const moving = sums[2 * LANES * s + lane] as number;
      const held = sums[2 * LANES * s + LANES + lane] as number;
      const next = moving > 0 ? ((target[s] as number) - held) / moving : 0;
      open[s] = Number(next < (rates[LANES * s + lane] as number));
      // Without a rate above 0 there is none, which no number says.
      if (open[s] === 1) rates[LANES * s + lane] = next > 0 ? next : Number.NaN;
    },
  };
}
