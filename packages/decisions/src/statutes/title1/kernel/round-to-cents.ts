// Hamilton's method (largest remainders), on cents.
import { notSpent } from '../../../messages/title1-messages.js';

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
    let left = Math.round(budgetDollars * 100);
    inBucket.fill(0);
    for (let i = 0; i < entities; i++) {
      const cents = 100 * (amount[i] as number);
      const whole = Math.floor(cents);
      remainder[i] = cents - whole;
      amount[i] = whole;
      left -= whole;
      const own = bucketOf(cents - whole);
      inBucket[own] = (inBucket[own] as number) + 1;
    }
    if (Math.abs(left) > entities) {
      if (amount.every((cents) => cents === 0)) return;
      throw notSpent(left, entities);
    }
    for (; left < 0; left++) takeFromLargest(amount);
    if (left === 0) return;
    let bucket = BUCKETS;
    let wanted = left;
    while (bucket > 0 && wanted > 0) {
      bucket -= 1;
      if ((inBucket[bucket] as number) >= wanted) break;
      wanted -= inBucket[bucket] as number;
    }
    let size = 0;
    for (let i = 0; i < entities; i++) {
      const own = bucketOf(remainder[i] as number);
      if (own > bucket) amount[i] = (amount[i] as number) + 1;
      else if (own === bucket) tied[size++] = i;
    }
    const last = tied.subarray(0, size).sort(byRemainder);
    for (let k = 0; k < wanted; k++) amount[last[k] as number] = (amount[last[k] as number] as number) + 1;
  };
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
