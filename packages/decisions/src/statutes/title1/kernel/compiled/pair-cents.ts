// Hamilton's method (largest remainders) of round-to-cents.ts, for two grants in every pass over the districts.
import type { Functions } from '../../../../../dist/kernels/title1.js';
import { BUCKETS, type GrantPair, LANES } from './grant-pair.js';

/**
 * Adds the whole cents of a pair to `total`, by place, so that those of each grant add up to its budget.
 *
 * @param budgets whole cents, one a grant.
 * @returns false where whole cents exceed a budget by rounding errors, or miss it by far: that is rare, and left to others.
 */
export type CentPayer = (budgets: readonly number[]) => boolean;

export function centPayer(
  functions: Functions,
  { rates, weight, floor, buckets, cents, last }: GrantPair,
  start: Int32Array,
  listed: Int32Array,
  total: Float64Array,
): CentPayer {
  const states = start.length - 1;
  const wanted = [0, 0];
  const tied: number[] = [];
  // In the order of the remainders, the first of equals first: what is listed is 2 x place + lane, and remainders stand there.
  const byRemainder = (a: number, b: number) => (floor[b] as number) - (floor[a] as number) || a - b;
  return (budgets) => {
    functions.payWholeCents(
      states,
      start.byteOffset,
      rates.byteOffset,
      weight.byteOffset,
      floor.byteOffset,
      buckets.byteOffset,
      cents.byteOffset,
    );
    for (let lane = 0; lane < LANES; lane++) {
      const left = (budgets[lane] ?? 0) - (cents[lane] as number);
      if (!(left >= 0 && left <= total.length)) return false;
      last[lane] = lastServed(buckets, lane, left, wanted);
    }
    const length = functions.giveCents(
      total.length,
      weight.byteOffset,
      floor.byteOffset,
      last.byteOffset,
      total.byteOffset,
      listed.byteOffset,
    );
    for (let lane = 0; lane < LANES; lane++) {
      tied.length = 0;
      for (let k = 0; k < length; k++) if ((listed[k] as number) % LANES === lane) tied.push(listed[k] as number);
      tied.sort(byRemainder);
      for (let k = 0; k < (wanted[lane] as number); k++) {
        const place = Math.floor((tied[k] as number) / LANES);
        total[place] = (total[place] as number) + 1;
      }
    }
    return true;
  };
}

/** The bucket in which the last of `left` cents is given, above all where none is left; writes how many are given there. */
function lastServed(buckets: Int32Array, lane: number, left: number, wanted: number[]): number {
  const first = lane * (BUCKETS + 1);
  let bucket = BUCKETS;
  let still = left;
  while (bucket > 0 && still > (buckets[first + bucket] as number)) {
    still -= buckets[first + bucket] as number;
    bucket -= 1;
  }
  wanted[lane] = still;
  return left === 0 ? BUCKETS + 1 : bucket;
}
