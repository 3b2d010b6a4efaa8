import type { Cell } from '@dpfair/result';
import { quantileSorted } from './quantile.js';

/** One tenth of the entities, by size of their truth. Fractions are bias over truth. */
export interface Decile {
  /** 1 is the smallest tenth. */
  readonly decile: number;
  readonly entities: number;
  readonly smallest: number;
  readonly largest: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * The bias as a fraction of the truth by decile of truth: median, 10 % and 90 % quantile. Entities whose truth is zero
 * or whose bias is missing have no fraction and are left out; ranks break ties in the order of the input.
 *
 * @returns ten deciles, or none when fewer than 20 entities remain
 */
export function deciles(cell: Cell): Decile[] {
  const { truth, bias } = cell.entities;
  const order: number[] = [];
  const fraction = new Float64Array(truth.length);
  truth.forEach((size, index) => {
    const difference = bias[index] ?? null;
    fraction[index] = difference === null ? Number.NaN : difference / size;
    if (size > 0 && Number.isFinite(fraction[index])) order.push(index);
  });
  if (order.length < 20) return [];
  order.sort((first, second) => (truth[first] as number) - (truth[second] as number) || first - second);
  return Array.from({ length: 10 }, (_, tenth) => {
    const from = Math.floor((order.length * tenth) / 10);
    const part = order.slice(from, Math.floor((order.length * (tenth + 1)) / 10));
    const fractions = Float64Array.from(part, (index) => fraction[index] as number).sort();
    return {
      decile: tenth + 1,
      entities: part.length,
      smallest: truth[part[0] as number] as number,
      largest: truth[part.at(-1) as number] as number,
      low: quantileSorted(fractions, 0.1),
      median: quantileSorted(fractions, 0.5),
      high: quantileSorted(fractions, 0.9),
    };
  });
}
