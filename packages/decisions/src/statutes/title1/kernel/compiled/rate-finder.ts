import type { Functions } from '../../../../../dist/kernels/title1.js';
import { LARGEST_STEPS } from '../spending/fill-to-budget.js';
import type { GrantPair } from './grant-pair.js';
import { allottedRateSearch, commonRateSearch } from './rate-search.js';
import { stateRates } from './state-rates.js';

/** Finds the rates of both grants of a pair after they were weighed. */
export interface RateFinder {
  /** Writes them by state. @returns false where a grant has none: that is rare, and left to others. */
  readonly find: (childrenOf: Float64Array) => boolean;
  /** Later searches start from the rates that were found. */
  readonly remember: () => void;
}

/** The same steps of Newton's method as in `spending/`, two grants in every pass over the districts. */
export function rateFinder(functions: Functions, pair: GrantPair, start: Int32Array): RateFinder {
  const { grants, sums, rates, weight, floor } = pair;
  const states = start.length - 1;
  const within = grants.map((_, lane) => stateRates(functions, pair, lane, start));
  const searches = grants.map((grant, lane) => {
    const own = within[lane] as (typeof within)[number];
    return grant.byState ? allottedRateSearch(grant, pair, own) : commonRateSearch(grant, pair, lane, own);
  });
  const pass = (from: number, to: number) => {
    functions.addUpAtRates(
      from,
      to,
      start.byteOffset,
      rates.byteOffset,
      weight.byteOffset,
      floor.byteOffset,
      sums.byteOffset,
    );
  };
  return {
    find: (childrenOf) => {
      for (const search of searches) if (!search.begin(childrenOf)) return false;
      for (let steps = 0; searches.some(({ isOpen }) => isOpen()); steps++) {
        if (steps === LARGEST_STEPS) return false;
        pass(0, states);
        for (const { move } of searches) move();
      }
      for (const { finish } of searches) finish();
      for (let s = 0; s < states; s++) {
        for (let steps = 0; within.some(({ isOpen }) => isOpen(s)); steps++) {
          if (steps === LARGEST_STEPS) return false;
          pass(s, s + 1);
          for (const { move } of within) move(s);
        }
      }
      return rates.every((rate) => rate >= 0);
    },
    remember: () => {
      for (const { remember } of searches) remember();
    },
  };
}
