import type { GrantFormula } from '../grant-formula.js';
import { fillToBudget } from '../spending/fill-to-budget.js';
import { type GrantPair, LANES } from './grant-pair.js';
import type { StateRates } from './state-rates.js';

/** The search for the rates of one grant. */
export interface RateSearch {
  /** False where there is no search: nobody has a weight, or what is held and guaranteed exceeds the budget. */
  readonly begin: (childrenOf: Float64Array) => boolean;
  /** A step after a pass over all states. */
  readonly move: () => void;
  /** Whether all states must be passed over again. */
  readonly isOpen: () => boolean;
  /** Starts the searches within states that are left. */
  readonly finish: () => void;
  /** Later searches start from the rate that was found. */
  readonly remember: () => void;
}

/** As nationalSpender: one rate for all states but those at their minimum. */
export function commonRateSearch(
  { budget, minimums }: GrantFormula,
  pair: GrantPair,
  lane: number,
  within: StateRates,
): RateSearch {
  const { sums, rates } = pair;
  const states = rates.length / LANES;
  const least = new Float64Array(states);
  const atMinimum = new Uint8Array(states);
  let [common, remembered, weights] = [0, 0, 0];
  let phase: 'first' | 'falling' | 'found' = 'found';
  const setRate = (rate: number) => {
    common = rate;
    for (let s = 0; s < states; s++) rates[LANES * s + lane] = rate;
  };
  const step = (): number => {
    let [fixed, moving] = [0, 0];
    for (let s = 0; s < states; s++) {
      const own = sums[2 * LANES * s + lane] as number;
      const held = sums[2 * LANES * s + LANES + lane] as number;
      const minimum = least[s] as number;
      const below = held + common * own < minimum;
      atMinimum[s] = Number(below);
      fixed += below ? minimum : held;
      moving += below ? 0 : own;
    }
    return moving > 0 ? (budget - fixed) / moving : 0;
  };
  return {
    begin: (childrenOf) => {
      minimums(childrenOf, least);
      let [floors, guaranteed] = [0, 0];
      weights = 0;
      for (let s = 0; s < states; s++) {
        const asked = within.askedIn(s);
        const held = within.heldIn(s);
        if (!(asked > 0)) least[s] = 0;
        weights += asked;
        floors += held;
        guaranteed += Math.max(least[s] as number, held);
      }
      phase = remembered > 0 ? 'first' : 'falling';
      setRate(remembered > 0 ? remembered : budget / weights);
      return weights > 0 && floors < budget && guaranteed < budget;
    },
    move: () => {
      if (phase === 'found') return;
      const next = step();
      if (phase === 'first') setRate(next > 0 ? next : budget / weights);
      else if (next < common) setRate(next);
      else phase = 'found';
      if (phase === 'first') phase = 'falling';
    },
    isOpen: () => phase !== 'found',
    finish: () => {
      for (let s = 0; s < states; s++) if (atMinimum[s] === 1) within.start(s, least[s] as number);
    },
    remember: () => {
      remembered = common;
    },
  };
}

/** As stateSpender: states first, and the districts of each within its allotment. */
export function allottedRateSearch(
  { budget, minimums, askOfStates }: GrantFormula,
  { rates }: GrantPair,
  within: StateRates,
): RateSearch {
  const states = rates.length / LANES;
  const [wanted, least, allotment] = [0, 1, 2].map(() => new Float64Array(states)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return {
    begin: (childrenOf) => {
      minimums(childrenOf, least);
      askOfStates?.(childrenOf, wanted);
      for (let s = 0; s < states; s++) {
        const receives = within.askedIn(s) > 0 || within.heldIn(s) > 0;
        if (receives) continue;
        wanted[s] = 0;
        least[s] = 0;
      }
      fillToBudget(wanted, least, 0, states, budget, allotment);
      for (let s = 0; s < states; s++) within.start(s, allotment[s] as number);
      return true;
    },
    move: () => {
      for (let s = 0; s < states; s++) within.move(s);
    },
    // Its states are passed over one by one, where they stay in the cache.
    isOpen: () => false,
    finish: () => {},
    remember: () => {},
  };
}
