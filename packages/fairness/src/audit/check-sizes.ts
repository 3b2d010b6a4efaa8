import type { DecisionInput } from '@dpfair/decisions';
import { badOption } from '../messages.js';

/** Numbers that differ by more than this cannot be computed with in double precision. */
const LARGEST_RATIO = 1e60;
const SMALLEST_RATIO = 1e-60;

/**
 * Counts and public numbers may be zero; noise may not, and what is not zero may not be too small.
 *
 * @param spread of the noise, in counts.
 * @throws DpfairError `usage` for sizes at which products and squares leave the range of a double.
 */
export function checkSizes({ counts, fixed }: DecisionInput, spread: number): void {
  if (spread === 0) throw badOption('noise', spread, `at least ${SMALLEST_RATIO}`);
  for (const [role, values] of Object.entries(counts)) requireNotTooLarge(role, values);
  for (const [role, values] of [['noise', [spread]], ...Object.entries(fixed)] as const) {
    requireNotTooLarge(role, values);
    requireNotTooSmall(role, values);
  }
}

function requireNotTooLarge(what: string, values: Iterable<number>): void {
  for (const value of values) {
    if (Math.abs(value) > LARGEST_RATIO) throw badOption(what, value, `at most ${LARGEST_RATIO}`);
  }
}

function requireNotTooSmall(what: string, values: Iterable<number>): void {
  for (const value of values) {
    if (value !== 0 && Math.abs(value) < SMALLEST_RATIO) throw badOption(what, value, `at least ${SMALLEST_RATIO}`);
  }
}
