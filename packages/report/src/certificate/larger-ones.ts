import type { Look, TargetOption } from '@dpfair/result';

/** What the scan says of the budgets above the one that was found. */
export interface LargerOnes {
  /** Whether one of them surely misses the target. */
  readonly someMiss: boolean;
  /** Whether the largest surely misses it. */
  readonly lastMisses: boolean;
}

/** An interval that holds the limit, or a value that does not exist, proves no failure. */
export function largerOnes({ smallest, scan }: TargetOption): LargerOnes {
  const above = scan.filter(({ epsilon }) => epsilon > (smallest?.epsilon ?? Number.POSITIVE_INFINITY));
  const misses = (look: Look | undefined) => look?.verdict === 'missed';
  return { someMiss: above.some(misses), lastMisses: misses(above.at(-1)) };
}
