import type { Examples } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import type { ModelDescription, TrainingStep } from '../../src/index.js';
import { clippingRule, makeModel } from '../../src/index.js';
import { poissonBatch } from '../../src/training/poisson-batch.js';
import { madeVector } from '../models/made-examples.js';

/** One private step of a loop of one's own, from given parameters. */
export interface PrivateStep {
  readonly description: ModelDescription;
  readonly examples: Examples;
  readonly samplingRate: number;
  readonly bound: number;
  /** Standard deviation of each coordinate of the noise of the averaged step. */
  readonly deviation: number;
  readonly learningRate: number;
}

/** Parameters away from the start, where nothing is symmetric, and no unit of the ReLU network of the tests is near its kink. */
export const someParameters = (count: number): Float64Array => madeVector(count, 937, 0.4);

/** The step as the meter hears of it. */
export function stepOf({
  description,
  examples,
  samplingRate,
  bound,
  deviation,
  learningRate,
}: PrivateStep): TrainingStep {
  const model = makeModel(description);
  const nothing = new Float64Array(model.parameterCount);
  const rule = clippingRule({ rule: 'flat', bound }, model.blocks.length, examples.groupNames.length);
  return {
    step: 0,
    parameters: someParameters(model.parameterCount),
    batch: new Int32Array(0),
    normaliser: samplingRate * examples.rows,
    samplingRate,
    learningRate,
    clipping: rule.next(
      {
        squaredNorms: model.blocks.map(() => new Float64Array(0)),
        losses: nothing,
        groups: new Int32Array(0),
        count: 0,
      },
      openStream(parseSeed(1), 'test', 0),
      1,
    ),
    noiseVariance: deviation ** 2,
    gradient: nothing,
    change: nothing,
  };
}

/** Gradients of every row, one by one, and the same clipped. */
export function gradientsOf({ description, examples, bound }: PrivateStep, parameters: Float64Array) {
  const model = makeModel(description);
  const pass = model.open(1);
  const raw = Array.from({ length: examples.rows }, (_, row) => {
    const gradient = new Float64Array(model.parameterCount);
    pass.run(parameters, examples, Int32Array.of(row), 0, 1);
    pass.addGradients(Float64Array.of(1), gradient);
    return gradient;
  });
  const clipped = raw.map((gradient) => {
    const factor = Math.min(1, bound / Math.hypot(...gradient));
    return gradient.map((value) => factor * value);
  });
  return { raw, clipped };
}

/** Mean loss of each group, by a plain loop. */
export function groupLosses({ description, examples }: PrivateStep, parameters: Float64Array): number[] {
  const model = makeModel(description);
  const pass = model.open(examples.rows);
  pass.run(
    parameters,
    examples,
    Int32Array.from({ length: examples.rows }, (_, row) => row),
    0,
    examples.rows,
    'forward',
  );
  return examples.groupNames.map((_, group) => {
    const own = Array.from(pass.losses).filter((_, row) => examples.group[row] === group);
    return own.reduce((sum, loss) => sum + loss, 0) / own.length;
  });
}

/**
 * Losses after the step, one list a group, over fresh batches and noise. The first-order effect of what was drawn, whose mean is known
 * to be that of the averaged clipped gradient, is taken out of each draw: a control variate.
 */
export function simulatedLosses(about: PrivateStep, draws: number, seed: bigint): number[][] {
  const { examples, samplingRate, deviation, learningRate } = about;
  const { parameters } = stepOf(about);
  const { raw, clipped } = gradientsOf(about, parameters);
  const size = parameters.length;
  const means = examples.groupNames.map((_, group) => meanOf(raw.filter((_, row) => examples.group[row] === group)));
  const expected = meanOf(clipped);
  const firstOrder = means.map((mean) => learningRate * innerOf(mean, expected));
  const noise = openStream(parseSeed(seed), 'test', 3);
  const batch = new Int32Array(examples.rows);
  const losses: number[][] = means.map(() => []);
  for (let draw = 0; draw < draws; draw++) {
    const count = poissonBatch(examples.rows, samplingRate, parseSeed(seed), draw, batch);
    const change = new Float64Array(size);
    for (let k = 0; k < count; k++) {
      const own = clipped[batch[k] as number] as Float64Array;
      for (let j = 0; j < size; j++)
        change[j] = (change[j] as number) + (own[j] as number) / (samplingRate * examples.rows);
    }
    for (let j = 0; j < size; j++)
      change[j] = learningRate * ((change[j] as number) + deviation * noise.nextGaussian());
    const after = groupLosses(
      about,
      parameters.map((value, j) => value - (change[j] as number)),
    );
    after.forEach((loss, group) => {
      const mean = means[group] as Float64Array;
      losses[group]?.push(loss + innerOf(mean, change) - (firstOrder[group] as number));
    });
  }
  return losses;
}

export const innerOf = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);

export function meanOf(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) + (vector[j] as number) / vectors.length;
  return mean;
}
