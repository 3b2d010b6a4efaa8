import type { Examples } from '@dpfair/result';
import { addMultiple, euclideanNorm, innerProduct, openStream, type Seed } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { drawOfStep } from '../streams/addresses.js';
import type { TrainingStep } from '../training/tracker.js';
import { meanCurvatures } from './curvatures.js';
import { type GroupSums, groupSums } from './group-sums.js';
import { meanTraces, type Traces } from './mean-traces.js';
import type { StepMoments } from './step-moments.js';
import type { TrackedRows } from './tracked-rows.js';

/** What is measured of one step. */
export interface MeasuredStep {
  readonly population: StepMoments;
  /** In the order of `groupNames`; null for a group without rows. */
  readonly groups: readonly (StepMoments | null)[];
  /** Mean gradients of the groups. */
  readonly gradients: readonly Float64Array[];
}

export interface StepMeterOptions {
  readonly seed: Seed;
  /** Which of the repetitions: random signs differ between them. @default 0 */
  readonly repetition?: number;
  /** lambda of lambda/2 |parameters|^2. @default 0 */
  readonly regularization?: number;
  /** Random sign vectors for the variance that comes from the choice of the batch. @default 2 */
  readonly batchProbes?: number;
  /** Random sign vectors for Hessian traces; 0 computes them exactly. @default 0 */
  readonly traceProbes?: number;
}

/**
 * Measures what a step is expected to do to each group, from all tracked rows, before the step is made. Expectations over batches are
 * exact in the mean; `E[g_B' H g_B] = G' H G + (1 - q)/(q n) mean_i g_i' H g_i` for Poisson batches, whose last term is estimated without
 * bias by random signs.
 */
export function openStepMeter(
  model: Model,
  examples: Examples,
  rows: TrackedRows,
  { seed, repetition = 0, regularization = 0, batchProbes = 2, traceProbes = 0 }: StepMeterOptions,
): (step: TrainingStep) => MeasuredStep {
  const sumUp = groupSums(model, examples, rows);
  return ({ step, parameters, clipping, samplingRate, normaliser }) => {
    const signs = openStream(seed, 'probe', drawOfStep(repetition, step));
    const probes = samplingRate < 1 ? batchProbes : 0;
    const { groups, signed } = sumUp(parameters, clipping, signs, probes);
    const drift = parameters.map((value) => regularization * value);
    const raw = weighted(
      groups.map((group) => group.raw),
      rows.shares,
      drift,
    );
    const clipped = weighted(
      groups.map((group) => group.clipped),
      rows.shares,
      drift,
    );
    const lengthRatio = euclideanNorm(raw) > 0 ? euclideanNorm(clipped) / euclideanNorm(raw) : null;
    const directions = [raw, clipped, ...signed.raw, ...signed.clipped];
    const along = meanCurvatures(model, examples, parameters, rows, directions);
    const spread = (1 - samplingRate) / normaliser / Math.max(1, probes);
    const expected = (mean: number, ofProbes: readonly Float64Array[]) =>
      (along[mean] as Float64Array).map((value, a) =>
        ofProbes.reduce((sum, probe) => sum + spread * (probe[a] as number), value),
      );
    const curvatureRaw = expected(0, along.slice(2, 2 + probes));
    const curvatureClipped = expected(1, along.slice(2 + probes));
    const ofTraces = meanTraces(model, examples, rows, parameters, traceProbes, signs);
    const moments = groups.map((group, a) =>
      rows.byGroup[a]?.length === 0
        ? null
        : momentsOf(
            group,
            raw,
            clipped,
            lengthRatio,
            curvatureRaw[a] as number,
            curvatureClipped[a] as number,
            ofTraces[a] as Traces,
          ),
    );
    return {
      population: populationOf(
        moments,
        rows.shares,
        euclideanNorm(
          weighted(
            groups.map((g) => g.raw),
            rows.shares,
          ),
        ),
      ),
      groups: moments,
      gradients: groups.map((group) => group.raw),
    };
  };
}

function momentsOf(
  group: GroupSums,
  raw: Float64Array,
  clipped: Float64Array,
  lengthRatio: number | null,
  curvatureRaw: number,
  curvatureClipped: number,
  trace: Traces,
): StepMoments {
  return {
    loss: group.loss,
    innerRaw: innerProduct(group.raw, raw),
    innerClipped: innerProduct(group.raw, clipped),
    curvatureRaw,
    curvatureClipped,
    lengthRatio,
    hessianTrace: trace.mean,
    hessianTraceError: trace.standardError,
    gradientNorm: euclideanNorm(group.raw),
    meanGradientNorm: group.meanGradientNorm,
    clipRate: group.clipRate,
    boundary: group.boundary,
  };
}

/** Every moment of all rows is the mean of those of the groups, weighted by size; but for the norm of the mean gradient. */
function populationOf(
  groups: readonly (StepMoments | null)[],
  shares: readonly number[],
  gradientNorm: number,
): StepMoments {
  const present = groups.flatMap((group, a) => (group === null ? [] : [{ group, share: shares[a] as number }]));
  const mean = (of: (group: StepMoments) => number) =>
    present.reduce((sum, { group, share }) => sum + share * of(group), 0);
  const first = (present[0] as { readonly group: StepMoments }).group;
  return {
    loss: mean((group) => group.loss),
    innerRaw: mean((group) => group.innerRaw),
    innerClipped: mean((group) => group.innerClipped),
    curvatureRaw: mean((group) => group.curvatureRaw),
    curvatureClipped: mean((group) => group.curvatureClipped),
    lengthRatio: first.lengthRatio,
    hessianTrace: mean((group) => group.hessianTrace),
    hessianTraceError: Math.sqrt(
      present.reduce((sum, { group, share }) => sum + (share * group.hessianTraceError) ** 2, 0),
    ),
    gradientNorm,
    meanGradientNorm: mean((group) => group.meanGradientNorm ?? 0),
    clipRate: mean((group) => group.clipRate ?? 0),
    boundary: first.boundary === null ? null : mean((group) => group.boundary ?? 0),
  };
}

/** Sum of the vectors by their weights, plus another. */
function weighted(vectors: readonly Float64Array[], weights: readonly number[], plus?: Float64Array): Float64Array {
  const sum = plus === undefined ? new Float64Array((vectors[0] as Float64Array).length) : plus.slice();
  vectors.forEach((vector, a) => {
    const weight = weights[a] as number;
    if (weight > 0) addMultiple(weight, vector, sum);
  });
  return sum;
}
