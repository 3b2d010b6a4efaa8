import { columnNotSeen, unknownColumn } from '../../messages.js';
import type { Metric } from '../../metrics/index.js';
import type { GradientSearch } from './gradient-search.js';

/** Where copies of a row may lie. */
export interface Box {
  /** Places of the columns that may vary. */
  readonly varying: readonly number[];
  /** Least and largest value that occurs, of each column; of whole columns the whole numbers within. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly isWhole: readonly boolean[];
}

/** @throws DpfairError input for names that are no columns, usage for a column to vary that the metric does not see. */
export function boxOf(metric: Metric, points: Float64Array, { columns, whole = [] }: GradientSearch): Box {
  const { scales } = metric;
  const width = scales.length;
  const placeOf = (name: string) => {
    const place = metric.columns.indexOf(name);
    if (place < 0) throw unknownColumn(name, metric.columns);
    return place;
  };
  const seen = Array.from(scales.keys()).filter((i) => (scales[i] as number) > 0);
  const varying = columns === undefined ? seen : columns.map(placeOf);
  const unseen = varying.find((i) => scales[i] === 0);
  if (unseen !== undefined) throw columnNotSeen(metric.columns[unseen] as string);
  const isWhole = new Array<boolean>(width).fill(false);
  for (const name of whole) isWhole[placeOf(name)] = true;
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (const [k, value] of points.entries()) {
    const i = k % width;
    low[i] = Math.min(low[i] as number, value);
    high[i] = Math.max(high[i] as number, value);
  }
  for (const i of varying) {
    if (!isWhole[i]) continue;
    low[i] = Math.ceil(low[i] as number);
    high[i] = Math.floor(high[i] as number);
  }
  return { varying, low, high, isWhole };
}

/** The value of column i nearest to `value` that a copy may have. */
export function withinBox({ low, high, isWhole }: Box, i: number, value: number): number {
  const near = isWhole[i] ? Math.round(value) : value;
  return Math.min(high[i] as number, Math.max(low[i] as number, near));
}
