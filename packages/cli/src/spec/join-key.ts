import { DpfairError } from '@dpfair/result';
import { specFaults } from '../messages/spec.js';
import { splitAtEquals } from '../options/reading/values.js';

/** Columns that are equal in rows that belong together. */
export interface JoinColumns {
  readonly left: string;
  readonly right: string;
}

/**
 * Reads `LEFT=RIGHT`, or `A+B=C+D` for a key of two columns.
 *
 * @throws DpfairError `usage` when a side is empty or the sides name different numbers of columns.
 */
export function joinKeyOf(text: string): readonly JoinColumns[] {
  const [left, right] = splitAtEquals(text) ?? ['', ''];
  const lefts = left.split('+').map((column) => column.trim());
  const rights = right.split('+').map((column) => column.trim());
  if (lefts.length !== rights.length || lefts.includes('') || rights.includes('')) {
    throw new DpfairError('usage', specFaults.joinKey(text));
  }
  return lefts.map((column, index) => ({ left: column, right: rights[index] ?? '' }));
}
