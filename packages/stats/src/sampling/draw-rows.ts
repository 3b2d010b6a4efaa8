import type { RandomStream } from '../random/stream.js';
import { shuffleFirst } from './shuffle.js';

/** Rows that were drawn and those that were not, both ascending. */
export interface DrawnRows {
  readonly chosen: Int32Array;
  readonly others: Int32Array;
}

/**
 * Some rows drawn without replacement, each set of them equally likely, and the others. O(n log n), one draw a chosen row.
 *
 * @param rows left as they are.
 * @param count 0 to the number of rows.
 * @throws RangeError for another count.
 * @example
 * drawRows(Int32Array.of(7, 3, 5), 2, openStream(parseSeed(1), 'test', 0)).others.length // 1
 */
export function drawRows(rows: Int32Array, count: number, stream: RandomStream): DrawnRows {
  if (!(Number.isInteger(count) && count >= 0 && count <= rows.length))
    throw new RangeError(`rows to draw: ${count} (allowed: 0 to ${rows.length})`);
  const order = rows.slice();
  shuffleFirst(order, count, stream);
  return { chosen: order.slice(0, count).sort(), others: order.slice(count).sort() };
}
