import type { SizeDecile } from '@dpfair/result';
import { quantileOfSorted } from '@dpfair/stats';
import { tenthsBySize } from './tenths.js';

/**
 * Bias as a fraction of the truth by decile of truth: median, 10 % and 90 % quantile (type 7). Entities whose truth is
 * zero (or too small to divide by) have no fraction and are left out; ranks break ties in the order of the input.
 *
 * @returns ten deciles, or none when fewer than 20 entities remain.
 */
export function sizeDeciles(truth: Float64Array, bias: Float64Array): SizeDecile[] {
  const at = (values: Float64Array, i: number) => values[i] as number;
  const fraction = bias.map((b, i) => b / at(truth, i));
  const tenths = tenthsBySize(truth, (i) => at(truth, i) > 0 && Number.isFinite(at(fraction, i)));
  return tenths.map((members, tenth) => {
    const fractions = Float64Array.from(members, (i) => at(fraction, i)).sort();
    return {
      decile: tenth + 1,
      entities: members.length,
      smallest: at(truth, members[0] as number),
      largest: at(truth, members.at(-1) as number),
      low: quantileOfSorted(fractions, 0.1),
      median: quantileOfSorted(fractions, 0.5),
      high: quantileOfSorted(fractions, 0.9),
    };
  });
}
