// Tran, Dinh and Fioretto (2021), "Differentially private empirical risk minimization under the fairness lens": the two penalties.

import type { Examples } from '@dpfair/result';
import type { RandomStream } from '@dpfair/stats';
import { addMultiple, innerProduct } from '@dpfair/stats';
import { boundaryOf } from '../../decomposition/boundary-of.js';
import type { Model } from '../../models/model.js';
import { totalNorm } from '../clipping-rules/total-norm.js';
import { boundaryGradients } from './boundary-gradients.js';
import { addTotalsNoise, type GroupMeans, type GroupTotals, groupMeans } from './group-means.js';
import type { Penalty } from './penalty.js';
import { rowGradients } from './row-gradients.js';

/** The batch of a step, and what is known of it without looking. */
export interface PenalizedStep {
  readonly parameters: Float64Array;
  readonly batch: Int32Array;
  /** The clipped and noised mean gradient of the step. */
  readonly released: Float64Array;
  /** Expected size of a batch. */
  readonly normaliser: number;
  readonly stream: RandomStream;
  /** False for the training that clips but adds no noise: private penalties go without theirs too. */
  readonly noisy: boolean;
}

/** Rows that go through a pass together. */
const CHUNK = 512;

/** Adds the gradient of the penalties at a step to `into`. */
export type PenaltyGradient = (step: PenalizedStep, into: Float64Array) => void;

/**
 * The gradient of the penalties. With `d = g - c`, `v_a = g_a - g`, `s_a = sign <v_a, d>`, `V = sum_a s_a v_a` and H_i the Hessian of row i, that
 * of the first is the mean over rows of
 *
 *     H_i ((s_a / p_a - sum_b s_b) d + m_i),   m_i = (1 - f) V + f u <u, V> for a clipped row, f = C / |g_i|, u = g_i / |g_i|; else 0
 *
 * and of the second `(s_a / p_a - sum_b s_b)` times the gradient of the boundary proxy of the row, s_a the sign of `b_a - b`.
 *
 * Privately, group means come from noisy sums of gradients that were cut, c is the mean that the step releases anyway, what a row adds is cut, and
 * its sum gets noise: see {@link penaltyReleases}.
 *
 * @param clippingBound C of flat clipping
 */
export function penaltyGradient(
  model: Model,
  examples: Examples,
  penalty: Penalty,
  clippingBound: number,
): PenaltyGradient {
  const { clippingWeight, boundaryWeight, noise } = penalty;
  const size = model.parameterCount;
  const pass = model.open(Math.min(CHUNK, examples.rows));
  const rowGradient = rowGradients(model, examples);
  const boundary = boundaryWeight > 0 ? boundaryGradients(model, examples) : null;
  const place = new Int32Array(1);
  const one = new Float64Array([1]);
  const direction = new Float64Array(size);
  const ofRow = new Float64Array(size);
  const sum = new Float64Array(size);

  return ({ parameters, batch, released, normaliser, stream, noisy }, into) => {
    const { totals, clipped } = totalsOf(parameters, batch);
    const multiplier = noisy && noise !== null ? noise.multiplier : 0;
    if (multiplier > 0 && noise !== null) {
      const sensitivity = {
        gradients: clippingWeight > 0 ? noise.gradientBound : 0,
        boundaries: Math.hypot(1, mostBoundary(model)),
      };
      addTotalsNoise(totals, multiplier, sensitivity, stream);
    }
    const means = groupMeans(totals);
    const cut = difference(means.gradient, noise === null ? clipped : released);
    const clippingSigns = means.gradients.map((mean) => Math.sign(innerProduct(difference(mean, means.gradient), cut)));
    const boundarySigns = [...means.boundaries].map((mean) => Math.sign(mean - means.boundary));
    const apart = new Float64Array(size);
    for (const [a, mean] of means.gradients.entries())
      addMultiple(clippingSigns[a] as number, difference(mean, means.gradient), apart);

    sum.fill(0);
    for (const row of batch) {
      const group = examples.group[row] as number;
      ofRow.fill(0);
      if (clippingWeight > 0) {
        direction.fill(0);
        addMultiple(weightIn(clippingSigns, means, group), cut, direction);
        const { gradient, norm } = rowGradient(parameters, row);
        if (norm > clippingBound) {
          const factor = clippingBound / norm;
          addMultiple(1 - factor, apart, direction);
          addMultiple((factor * innerProduct(gradient, apart)) / norm ** 2, gradient, direction);
        }
        for (let j = 0; j < size; j++) direction[j] = clippingWeight * (direction[j] as number);
        place[0] = row;
        model.addHessianVector(parameters, examples, place, one, direction, ofRow);
      }
      boundary?.add(parameters, row, boundaryWeight * weightIn(boundarySigns, means, group), ofRow);
      const length = noise === null ? 0 : Math.sqrt(innerProduct(ofRow, ofRow));
      addMultiple(noise !== null && length > noise.penaltyBound ? noise.penaltyBound / length : 1, ofRow, sum);
    }
    if (multiplier > 0 && noise !== null) {
      const deviation = multiplier * noise.penaltyBound;
      for (let j = 0; j < size; j++) sum[j] = (sum[j] as number) + deviation * stream.nextGaussian();
    }
    addMultiple(1 / (noise === null ? Math.max(1, batch.length) : normaliser), sum, into);
  };

  /** Group sums of a batch, cut where they are to be private, and the exact mean of the clipped gradients. */
  function totalsOf(
    parameters: Float64Array,
    batch: Int32Array,
  ): { readonly totals: GroupTotals; readonly clipped: Float64Array } {
    const groups = examples.groupNames.length;
    const looks = clippingWeight > 0;
    const totals: GroupTotals = {
      counts: new Float64Array(groups),
      gradients: Array.from({ length: groups }, () => new Float64Array(size)),
      boundaries: new Float64Array(groups),
    };
    const clipped = new Float64Array(size);
    const limit = noise === null ? Number.POSITIVE_INFINITY : noise.gradientBound;
    for (let from = 0; from < batch.length; from += CHUNK) {
      const count = Math.min(CHUNK, batch.length - from);
      pass.run(parameters, examples, batch, from, count, ...(looks ? [] : (['forward'] as const)));
      const weights = totals.gradients.map(() => new Float64Array(count));
      const ofClipped = new Float64Array(count);
      for (let k = 0; k < count; k++) {
        const group = examples.group[batch[from + k] as number] as number;
        totals.counts[group] = (totals.counts[group] as number) + 1;
        totals.boundaries[group] = (totals.boundaries[group] as number) + (boundaryOf(model, pass.outputs, k) ?? 0);
        if (!looks) continue;
        const norm = totalNorm(pass, k);
        (weights[group] as Float64Array)[k] = norm > limit ? limit / norm : 1;
        ofClipped[k] = (norm > clippingBound ? clippingBound / norm : 1) / batch.length;
      }
      if (!looks) continue;
      for (const [a, sum] of totals.gradients.entries()) pass.addGradients(weights[a] as Float64Array, sum);
      pass.addGradients(ofClipped, clipped);
    }
    return { totals, clipped };
  }
}

/** What the sign of each group weighs a row of one group with. */
function weightIn(signs: readonly number[], { shares }: GroupMeans, group: number): number {
  const share = shares[group] as number;
  const ofAll = signs.reduce((sum, sign) => sum + sign, 0);
  return (share > 0 ? (signs[group] as number) / share : 0) - ofAll;
}

function mostBoundary({ description: { loss, outputs } }: Model): number {
  return loss === 'softmax' ? 1 - 1 / outputs : 0.5;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - (b[j] as number));
}
