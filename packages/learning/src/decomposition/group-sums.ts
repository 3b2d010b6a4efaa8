import type { Examples } from '@dpfair/result';
import type { RandomStream } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import type { BatchNorms, ClippingInForce } from '../training/clipping.js';
import { totalNorm } from '../training/clipping-rules/total-norm.js';
import { boundaryOf } from './boundary-of.js';
import type { TrackedRows } from './tracked-rows.js';

/** Means over the tracked rows of one group at given parameters. */
export interface GroupSums {
  readonly loss: number;
  readonly boundary: number | null;
  readonly meanGradientNorm: number;
  readonly clipRate: number;
  /** Mean gradient. */
  readonly raw: Float64Array;
  /** Mean clipped gradient. */
  readonly clipped: Float64Array;
}

/** Sums `sum of sign_i sqrt(weight_i) gradient_i` with random signs: their outer product has the second moments of gradients as its mean. */
export interface SignedSums {
  readonly raw: readonly Float64Array[];
  readonly clipped: readonly Float64Array[];
}

/** Rows that go through a pass together. */
const CHUNK = 512;

/** Opens what reads every tracked row once and returns what each group adds, with `probes` signed sums over all of them. */
export function groupSums(model: Model, examples: Examples, { byGroup, shares }: TrackedRows) {
  const pass = model.open(CHUNK);
  const fresh = () => new Float64Array(model.parameterCount);

  return (
    parameters: Float64Array,
    clipping: ClippingInForce,
    signs: RandomStream,
    probes: number,
  ): { readonly groups: readonly GroupSums[]; readonly signed: SignedSums } => {
    const signed = { raw: Array.from({ length: probes }, fresh), clipped: Array.from({ length: probes }, fresh) };
    const groups = byGroup.map((rows, group) => {
      const raw = fresh();
      const clipped = fresh();
      const ofGroup = new Int32Array(CHUNK).fill(group);
      let [loss, norm, clips, boundary] = [0, 0, 0, 0];
      for (let from = 0; from < rows.length; from += CHUNK) {
        const count = Math.min(CHUNK, rows.length - from);
        pass.run(parameters, examples, rows, from, count);
        const norms: BatchNorms = { squaredNorms: pass.squaredNorms, groups: ofGroup, count };
        const factors = clipping.factors(norms);
        const marks = clipping.clips(norms);
        const even = new Float64Array(count).fill(1 / rows.length);
        pass.addGradients(even, raw);
        pass.addGradients(scaled(factors, even), clipped);
        for (let probe = 0; probe < probes; probe++) {
          const weights = randomSigns(signs, count, Math.sqrt((shares[group] as number) / rows.length));
          pass.addGradients(weights, signed.raw[probe] as Float64Array);
          pass.addGradients(scaled(factors, weights), signed.clipped[probe] as Float64Array);
        }
        for (let k = 0; k < count; k++) {
          loss += pass.losses[k] as number;
          norm += totalNorm(pass, k);
          clips += marks[k] as number;
          boundary += boundaryOf(model, pass.outputs, k) ?? 0;
        }
      }
      const { length } = rows;
      return {
        loss: loss / length,
        boundary: hasProbabilities(model) ? boundary / length : null,
        meanGradientNorm: norm / length,
        clipRate: clips / length,
        raw,
        clipped,
      };
    });
    return { groups, signed };
  };
}

/** Whether the outputs of a pass are probabilities of classes. */
export function hasProbabilities({ description: { loss } }: Model): boolean {
  return loss === 'logistic' || loss === 'softmax';
}

function randomSigns(stream: RandomStream, count: number, size: number): Float64Array {
  const weights = new Float64Array(count);
  let bits = 0;
  for (let k = 0; k < count; k++) {
    if (k % 32 === 0) bits = stream.nextUint32();
    weights[k] = (bits >>> (k % 32)) & 1 ? size : -size;
  }
  return weights;
}

function scaled(factors: Float64Array | readonly Float64Array[], by: Float64Array): Float64Array | Float64Array[] {
  return factors instanceof Float64Array
    ? by.map((value, k) => value * (factors[k] as number))
    : factors.map((block) => by.map((value, k) => value * (block[k] as number)));
}
