import {
  gaussianSmoothing,
  type Labeller,
  laplaceSmoothing,
  metricFromScales,
  metricFromWeights,
  type Smoothing,
  samplingDelta,
  selectClass,
  smooth,
} from '@dpfair/individual';
import { normalCdf, parseSeed } from '@dpfair/stats';
import { cellCountCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { linearModel } from './models.js';

const seed = parseSeed(11);
const line = laplaceSmoothing(metricFromScales(1, [2]));
const step = linearModel([1], 0);

/** Counts of class 1 around a point, by a smoothing made of weights. */
type Smoother = (smoothing: Smoothing, model: Labeller, point: Float64Array, seed: bigint) => Promise<Float64Array>;

const SAMPLES = 40_000;

const real: Smoother = async (smoothing, model, point, at) =>
  (await smooth(model, point, { smoothing, seed: parseSeed(at), samples: SAMPLES })).counts;

/** The same with every draw of noise multiplied. */
const stretched =
  (factor: number): Smoother =>
  (smoothing, model, point, at) =>
    real(
      {
        ...smoothing,
        fill: (out, s, trial) => {
          smoothing.fill(out, s, trial);
          for (let k = 0; k < out.length; k++) out[k] = factor * (out[k] as number);
        },
      },
      model,
      point,
      at,
    );

statisticalTest<Smoother>({
  id: 'individual/smooth-linear',
  subject: real,
  mutants: {
    'noise 10 % too small': stretched(0.9),
    'noise 10 % too large': stretched(1.1),
    'weights in place of their roots': (_smoothing, ...rest) =>
      real(gaussianSmoothing(metricFromScales(2, [4, 0.25])), ...rest),
    'columns of the noise exchanged': (_smoothing, ...rest) =>
      real(gaussianSmoothing(metricFromWeights(2, [0.25, 4])), ...rest),
  },
  // h(x)[1] = Phi((beta x + b) / sqrt(sum of beta^2 / (2 pi w))), theorem 5's variances.
  check: async (run, at, falseAlarm) => {
    const [w, beta, intercept, x] = [[4, 0.25], [1, -2], 0.5, [1, -1]] as const;
    const counts = await run(
      gaussianSmoothing(metricFromWeights(2, w)),
      linearModel(beta, intercept),
      Float64Array.from(x),
      at,
    );
    const variance = beta.reduce((sum, b, i) => sum + (b * b) / (2 * Math.PI * (w[i] as number)), 0);
    const p = normalCdf((beta[0] * x[0] + beta[1] * x[1] + intercept) / Math.sqrt(variance));
    return cellCountCheck(counts, [1 - p, p], falseAlarm);
  },
});

statisticalTest<Smoother>({
  id: 'individual/smooth-threshold',
  subject: real,
  mutants: {
    'noise 10 % too small': stretched(0.9),
    'noise 10 % too large': stretched(1.1),
    'point and noise with opposite signs of the threshold': (smoothing, _model, ...rest) =>
      real(smoothing, linearModel([-1, 0], 0), ...rest),
  },
  // h(epsilon e_i)[0] = exp(-2 s epsilon) / 2, for x_i >= 0 as class 1.
  check: async (run, at, falseAlarm) => {
    const smoothing = laplaceSmoothing(metricFromScales(1, [1.5, 0.7]));
    const counts = await run(smoothing, linearModel([1, 0], 0), Float64Array.of(0.4, 9), at);
    const p = Math.exp(-2 * 1.5 * 0.4) / 2;
    return cellCountCheck(counts, [p, 1 - p], falseAlarm);
  },
});

describe('a smoothed model', () => {
  it('counts every draw once and states the guarantee for its draws, sharing and classes', async () => {
    const points = Float64Array.of(-1, 0, 2);
    const options = {
      smoothing: line,
      seed,
      samples: 2500,
      classes: 3,
      noise: 'common',
      excess: 0.1,
      bound: 'subsets',
    } as const;
    const smoothed = await smooth(step, points, options);
    for (let row = 0; row < 3; row++) {
      const counts = smoothed.counts.subarray(3 * row, 3 * row + 3);
      expect(counts.reduce((sum, count) => sum + count)).toBe(2500);
      expect(smoothed.probabilities[3 * row + 1]).toBe((counts[1] as number) / 2500);
    }
    expect(smoothed.guarantee).toEqual({
      classes: 3,
      noise: 'common',
      pairs: 1,
      bound: 'subsets',
      excess: 0.1,
      delta: expect.closeTo(6 * Math.exp(-12.5), 15),
    });
  });

  it('gives the same counts for a point alone, among others, for a model that answers later, and for any batch', async () => {
    const points = Float64Array.of(-0.2, 0.1, 0.3);
    const together = await smooth(step, points, { smoothing: line, seed, samples: 3000 });
    const first = await smooth(async (batch, rows) => step(batch, rows), points.subarray(0, 1), {
      smoothing: line,
      seed,
      samples: 3000,
    });
    expect([...together.counts.subarray(0, 2)]).toEqual([...first.counts]);
    const short = await smooth(step, points, { smoothing: line, seed, samples: 1024 });
    expect(short.counts[0] as number).toBeLessThanOrEqual(together.counts[0] as number);
  });

  it('with common noise gives equal people equal answers and ordered people ordered ones; separate noise does not', async () => {
    const points = Float64Array.of(0.1, 0.1, 0.11, 0.3);
    const common = await smooth(step, points, { smoothing: line, seed, samples: 5000, noise: 'common' });
    const ones = Array.from({ length: 4 }, (_, row) => common.counts[2 * row + 1] as number);
    expect(ones[0]).toBe(ones[1]);
    expect(ones).toEqual([...ones].sort((a, b) => a - b));
    const separate = await smooth(step, points, { smoothing: line, seed, samples: 5000 });
    expect(separate.counts[1]).not.toBe(separate.counts[3]);
    expect(common.guarantee.delta).toBe(Math.min(1, samplingDelta(5000, 0.01, { noise: 'common' })));
  });

  it('reads a held column at its value, whatever a person has there', async () => {
    const smoothing = gaussianSmoothing(metricFromScales(2, [1, 0], ['hours', 'sex']), { held: new Map([['sex', 5]]) });
    const seen = new Set<number>();
    const spy: Labeller = (batch, rows) => {
      for (let row = 0; row < rows; row++) seen.add(batch[2 * row + 1] as number);
      return new Uint8Array(rows);
    };
    await smooth(spy, Float64Array.of(0, 0, 0, 1), { smoothing, seed, samples: 100 });
    expect([...seen]).toEqual([5]);
  });

  it('shares no draw between separate points, nor between draws that select and draws that estimate', async () => {
    const seen: number[] = [];
    const spy: Labeller = (batch, rows) => {
      seen.push(...batch);
      return new Uint8Array(rows);
    };
    await selectClass(spy, Float64Array.of(0, 0, 0), { smoothing: line, seed, selectSamples: 500, samples: 1500 });
    expect(seen).toHaveLength(6000);
    expect(new Set(seen).size).toBe(6000);
    seen.length = 0;
    await selectClass(spy, Float64Array.of(0, 0, 0), {
      smoothing: line,
      seed,
      selectSamples: 500,
      samples: 1500,
      noise: 'common',
    });
    expect(new Set(seen).size).toBe(2000);
  });

  it('of no points is empty', async () => {
    expect((await smooth(step, new Float64Array(0), { smoothing: line, seed })).probabilities).toHaveLength(0);
  });

  it.each([
    [step, [Number.NaN], {}, 'point 1, column 1: NaN (allowed: a finite number)'],
    [step, [1e10], {}, 'point 1, column 1: 10000000000 (allowed: at most 2147483648 in size: noise as small'],
    [step, [1], { samples: 0 }, 'draws for each point: 0 (allowed: an integer from 1 to 2^36)'],
    [step, [1], { classes: 1 }, 'classes: 1 (allowed: an integer from 2)'],
    [step, [1], { excess: 2 }, 'epsilon of the guarantee: 2'],
    [() => [0], [1], {}, 'labels of the model for one batch: 1 (allowed: 1024)'],
    [
      (_: Float64Array, rows: number) => new Array(rows).fill(7),
      [0, 1],
      {},
      'label of the model near point 1: 7 (allowed: an integer from 0 to 1)',
    ],
  ] as [Labeller, number[], object, string][])(
    'refuses bad points, options and labels (%#)',
    async (model, points, options, message) => {
      await expect(smooth(model, Float64Array.from(points), { smoothing: line, seed, ...options })).rejects.toThrow(
        message,
      );
    },
  );

  it('refuses points that are not whole rows', async () => {
    const smoothing = laplaceSmoothing(metricFromScales(1, [1, 1]));
    await expect(smooth(step, Float64Array.of(1, 2, 3), { smoothing, seed })).rejects.toThrow(
      'values of the points: 3 (allowed: a multiple of 2, the columns of the metric)',
    );
  });
});
