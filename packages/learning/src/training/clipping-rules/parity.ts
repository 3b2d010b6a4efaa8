// Tran, Fioretto and Van Hentenryck (2021), "Differentially private and fair deep learning: a Lagrangian dual approach" (arXiv:2009.12562).
import type { Clipping, ClippingInForce, ClippingRule } from '../clipping.js';
import { clipsAbove } from './flat.js';
import { type GroupLosses, noisyGroupLosses } from './group-losses.js';
import { type GroupMeanLosses, groupMeanLosses } from './group-mean-losses.js';
import { totalNorm } from './total-norm.js';
import { Workspace } from './workspace.js';

/** The plain data of the rule. */
export type ParityClipping = Extract<Clipping, { rule: 'parity' }>;

/**
 * Lagrangian parity of losses: descends on `L + sum_a lambda_a |L_a - L|`, and `lambda_a <- lambda_a + rate |L_a - L|`.
 *
 * The gradient of that is a weighted mean of gradients, `w_a = 1 + s_a lambda_a / p_a - sum_b s_b lambda_b`, with s_a the sign of `L_a - L` and
 * p_a the share of the group. An example is clipped first and weighed after, so that a small bound does not undo the weights; the noise is
 * scaled to the largest weight. Weights are cut to between 0 and `mostWeight`.
 *
 * All that the rule learns of the rows are noisy sums of losses and counts of each group in each batch. They are added up over `every` steps
 * before they are looked at, which costs no privacy; a group that the noise hides is left alone.
 */
export function parityRule(clipping: ParityClipping, groups: number): ClippingRule {
  const { bound, rate, every, lossBound, mostWeight, lossNoise } = clipping;
  const space = new Workspace();
  const sums: GroupLosses = { losses: new Float64Array(groups), counts: new Float64Array(groups) };
  const multipliers = new Float64Array(groups);
  let inForce = weighted(bound, new Float64Array(groups).fill(1), space);
  let seen = 0;
  return {
    next(batch, stream) {
      if (seen === every) {
        const means = groupMeanLosses(sums, { lossBound, noise: lossNoise }, every);
        const differences = differencesOf(means);
        for (let a = 0; a < groups; a++) {
          multipliers[a] = (multipliers[a] as number) + rate * Math.abs(differences[a] as number);
        }
        inForce = weighted(bound, weightsOf(multipliers, differences, sums.counts, mostWeight), space);
        sums.losses.fill(0);
        sums.counts.fill(0);
        seen = 0;
      }
      seen++;
      noisyGroupLosses(batch, { lossBound, noise: lossNoise }, stream, sums);
      return inForce;
    },
    counts: lossNoise > 0 ? [lossNoise] : [],
  };
}

/** `L_a - L` of each group; 0 for a group that too few rows are known of. */
function differencesOf({ groups, all }: GroupMeanLosses): Float64Array {
  return Float64Array.from(groups, (mean) => (mean === null || all === null ? 0 : mean - all));
}

function weightsOf(
  multipliers: Float64Array,
  differences: Float64Array,
  counts: Float64Array,
  most: number,
): Float64Array {
  const signed = multipliers.map((multiplier, a) => multiplier * Math.sign(differences[a] as number));
  const rows = counts.map((count) => Math.max(1, count));
  const all = rows.reduce((sum, count) => sum + count, 0);
  const ofAll = signed.reduce((sum, value) => sum + value, 0);
  return signed.map((value, a) => Math.min(most, Math.max(0, 1 + (value * all) / (rows[a] as number) - ofAll)));
}

/** Clipped to the bound, then times the weight of the group. */
function weighted(bound: number, weights: Float64Array, space: Workspace): ClippingInForce {
  return {
    // Weights of 0 for all would leave nothing to hide, and no scale for the noise.
    sensitivity: bound * Math.max(1, ...weights),
    factors(batch) {
      const factors = space.factors(batch.count);
      for (let k = 0; k < batch.count; k++) {
        const norm = totalNorm(batch, k);
        factors[k] = (weights[batch.groups[k] as number] as number) * (norm > bound ? bound / norm : 1);
      }
      return factors;
    },
    clips: (batch) => clipsAbove(bound, batch, space),
  };
}
