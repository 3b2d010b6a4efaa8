// Source: Shalev-Shwartz and Zhang, Stochastic Dual Coordinate Ascent Methods (JMLR 14, 2013), equation 2, with limits and within a box.
import { addNormals, innerProduct } from '@dpfair/stats';
import { addTransposed } from '../../design/design.js';
import type { HingeMinimum, HingeProgram } from './hinge-program.js';

/** Parameters of another minimum are looked for up to this times the largest one here. */
const REACH = 2;

/**
 * What a point and its duals, all within 0 and 1, prove: with z the mean of dual, label and row, less multipliers times normals, no parameters w have a
 * value below `mean dual - bound |multipliers|_1 + sum (price w^2 - z w)`. The gap is to the least of that over parameters up to twice as large as the
 * largest one here, or up to 2: where all have a price that hardly ever leaves one out, and without a price none bounds the sum.
 *
 * O(entries).
 */
export function judge(
  { design, labels, prices, limits }: HingeProgram,
  at: Float64Array,
  scores: Float64Array,
  duals: Float64Array,
  multipliers: Float64Array,
): Omit<HingeMinimum, 'steps' | 'ended'> {
  const rows = duals.length;
  const pulls = new Float64Array(design.parameters);
  addTransposed(
    design,
    duals.map((dual, row) => (-dual * (labels[row] as number)) / rows),
    pulls,
  );
  addNormals(limits, multipliers, pulls);
  const reach = REACH * at.reduce((most, own) => Math.max(most, Math.abs(own)), 1);
  let [losses, sum, norm, gradientNorm, least] = [0, 0, 0, 0, 0];
  scores.forEach((score, row) => {
    losses += Math.max(0, 1 - (labels[row] as number) * score);
    sum += duals[row] as number;
  });
  pulls.forEach((pull, j) => {
    const price = prices[j] as number;
    const own = at[j] as number;
    norm += price * own * own;
    gradientNorm = Math.max(gradientNorm, Math.abs(2 * price * own + pull));
    least -=
      Math.abs(pull) <= 2 * price * reach && price > 0
        ? pull ** 2 / (4 * price)
        : Math.abs(pull) * reach - price * reach ** 2;
  });
  const held = multipliers.reduce((total, multiplier) => total + Math.abs(multiplier), 0);
  const value = losses / rows + norm;
  // What the value owes to a step out of the limits, by rounding, is taken off it, and counts as much as it.
  const owed = limits.normals.reduce((total, normal, k) => {
    const out = Math.max(0, Math.abs(innerProduct(normal, at)) - limits.bound);
    return total + out * Math.abs(multipliers[k] as number);
  }, 0);
  const gap = value + 2 * owed - (sum / rows - limits.bound * held + least);
  return { at, value, gap, gradientNorm, multipliers, duals };
}
