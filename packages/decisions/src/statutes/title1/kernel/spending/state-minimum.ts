// 20 USC 6333(d), 6334(a)(1)(D), 6335(e), 6337(b)(1)(B).
import type { StateMinimum } from '../../law/statute.js';

/**
 * The least amount of each state with so many formula children.
 *
 * @param scale dollars of this run for a dollar of the statute.
 * @param into one amount a state.
 */
export function fillStateMinimums(
  { baseDollars, percentOfBase, percent, averagePercent, leastDollars }: StateMinimum,
  budget: number,
  scale: number,
  children: Float64Array,
  into: Float64Array,
): void {
  const base = baseDollars * scale;
  const plain = (percentOfBase * Math.min(budget, base) + percent * Math.max(0, budget - base)) / 100;
  let all = 0;
  for (let s = 0; s < children.length; s++) all += children[s] as number;
  const forEach = all > 0 ? (averagePercent * budget) / (100 * all) : 0;
  for (let s = 0; s < children.length; s++) {
    const byChildren = Math.max(leastDollars * scale, forEach * (children[s] as number));
    into[s] = Math.min(plain, (plain + byChildren) / 2);
  }
}
