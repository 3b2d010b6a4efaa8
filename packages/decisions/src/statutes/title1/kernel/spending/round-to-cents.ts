// Hamilton's method (largest remainders), on cents.
import { notSpent } from '../../../../messages/title1-messages.js';

/**
 * Rounds amounts to whole cents so that they add up to the budget exactly: each is rounded down, and the cents that are left go to the
 * largest remainders, the first of equals first. O(n): the last remainder that gets a cent is found by counting. Where nothing was spent
 * at all nothing is rounded.
 *
 * @returns a function that writes whole cents over the dollars in `amount`. It may be used again, and not by two at once.
 * @throws Error (a fault of the program) from that function, for amounts that miss the budget by more than one cent an entity.
 */
export function centRounder(entities: number): (amount: Float64Array, budgetDollars: number) => void {
  const remainder = new Float64Array(entities);
  const inBucket = new Int32Array(BUCKETS);
  const tied = new Int32Array(entities);
  const byRemainder = (a: number, b: number) => (remainder[b] as number) - (remainder[a] as number) || a - b;
  return (amount, budgetDollars) => {
    let left = Math.round(budgetDollars * 100) - roundDown(amount, remainder, inBucket);
    if (Math.abs(left) > entities) {
      if (amount.every((cents) => cents === 0)) return;
      throw notSpent(left, entities);
    }
    for (; left < 0; left++) takeFromLargest(amount);
    if (left === 0) return;
    const { bucket, wanted } = lastServed(inBucket, left);
    const size = giveAbove(bucket, remainder, amount, tied);
    const last = tied.subarray(0, size).sort(byRemainder);
    for (let k = 0; k < wanted; k++) amount[last[k] as number] = (amount[last[k] as number] as number) + 1;
  };
}

/** Writes whole cents over dollars, and what is left of each, counted by buckets; returns the sum of the whole cents. */
function roundDown(amount: Float64Array, remainder: Float64Array, inBucket: Int32Array): number {
  let sum = 0;
  inBucket.fill(0);
  for (let i = 0; i < amount.length; i++) {
    const cents = 100 * (amount[i] as number);
    const whole = Math.floor(cents);
    remainder[i] = cents - whole;
    amount[i] = whole;
    sum += whole;
    const own = bucketOf(cents - whole);
    inBucket[own] = (inBucket[own] as number) + 1;
  }
  return sum;
}

/** The bucket in which the last of `left` cents is given, and how many are given there. */
function lastServed(inBucket: Int32Array, left: number) {
  let bucket = BUCKETS - 1;
  let wanted = left;
  while (bucket > 0 && wanted > (inBucket[bucket] as number)) {
    wanted -= inBucket[bucket] as number;
    bucket -= 1;
  }
  return { bucket, wanted };
}

/** Gives a cent to all above a bucket, lists those in it, and returns their number. */
function giveAbove(bucket: number, remainder: Float64Array, amount: Float64Array, tied: Int32Array): number {
  let size = 0;
  for (let i = 0; i < amount.length; i++) {
    const own = bucketOf(remainder[i] as number);
    amount[i] = (amount[i] as number) + Number(own > bucket);
    tied[size] = i;
    size += Number(own === bucket);
  }
  return size;
}

/** Fewer than no cents are left by rounding errors alone. */
function takeFromLargest(amount: Float64Array): void {
  let largest = 0;
  for (let i = 1; i < amount.length; i++) if ((amount[i] as number) > (amount[largest] as number)) largest = i;
  amount[largest] = (amount[largest] as number) - 1;
}

const BUCKETS = 4096;

/** Of a remainder below 1. */
const bucketOf = (remainder: number): number => (remainder * BUCKETS) | 0;
