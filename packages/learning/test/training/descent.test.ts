import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import {
  type DescentPlan,
  descend,
  describeModel,
  makeModel,
  type Tracker,
  type TrainingStep,
} from '../../src/index.js';
import { madeExamples, madeVector } from '../models/made-examples.js';

const description = describeModel({ kind: 'logistic', inputs: 3, classes: 2 });
const model = makeModel(description);
const examples = madeExamples(description, 40, 5);
const start = madeVector(model.parameterCount, 6, 0.3);
const plain: DescentPlan = {
  steps: 12,
  stepsPerEpoch: 4,
  samplingRate: 1,
  learningRate: 0.4,
  optimizer: 'sgd',
  regularization: 0,
  privacy: null,
  seed: parseSeed(8),
  repetition: 0,
};
const flat = { clipping: { rule: 'flat', bound: 0.4 }, noiseMultiplier: 1.5 } as const;

/** Gradient of the log loss of one row in the three weights and the bias, from the textbook. */
function textbookGradient(parameters: ArrayLike<number>, row: number): number[] {
  const inputs = [...examples.features.subarray(3 * row, 3 * row + 3), 1];
  const margin = inputs.reduce((sum, x, j) => sum + x * (parameters[j] as number), 0);
  const residual = 1 / (1 + Math.exp(-margin)) - (examples.target[row] as number);
  return inputs.map((x) => residual * x);
}

/** Steps as trackers hear of them, with arrays of their own. */
function stepsOf(plan: DescentPlan): TrainingStep[] {
  const steps: TrainingStep[] = [];
  const tracker: Tracker = {
    onStep: (step) =>
      steps.push({
        ...step,
        parameters: step.parameters.slice(),
        batch: step.batch.slice(),
        gradient: step.gradient.slice(),
        change: step.change.slice(),
      }),
  };
  descend(model, examples, start, plan, { trackers: [tracker] });
  return steps;
}

describe('descent', () => {
  it.each([0, 0.3])('on all rows without privacy is gradient descent, with regularization %s', (regularization) => {
    const parameters = Array.from(start);
    for (let step = 0; step < plain.steps; step++) {
      const mean = [0, 1, 2, 3].map(() => 0);
      for (let row = 0; row < examples.rows; row++)
        textbookGradient(parameters, row).forEach((value, j) => {
          mean[j] = (mean[j] as number) + value / examples.rows;
        });
      mean.forEach((value, j) => {
        parameters[j] = (parameters[j] as number) - 0.4 * (value + regularization * (parameters[j] as number));
      });
    }
    const ended = descend(model, examples, start, { ...plain, regularization });
    ended.parameters.forEach((value, j) => {
      expect(value).toBeCloseTo(parameters[j] as number, 13);
    });
    expect(ended.divergedAt).toBeNull();
  });

  it('adds up clipped gradients of the batch and divides by the expected size, not by the size that was drawn', () => {
    const sizes = new Set<number>();
    for (const { parameters, batch, gradient } of stepsOf({
      ...plain,
      samplingRate: 0.25,
      privacy: { ...flat, noiseMultiplier: 0 },
    })) {
      sizes.add(batch.length);
      const sum = [0, 0, 0, 0];
      for (const row of batch) {
        const own = textbookGradient(parameters, row);
        const factor = Math.min(1, 0.4 / Math.hypot(...own));
        own.forEach((value, j) => {
          sum[j] = (sum[j] as number) + factor * value;
        });
      }
      sum.forEach((value, j) => {
        expect(gradient[j]).toBeCloseTo(value / 10, 14);
      });
    }
    expect(sizes.size).toBeGreaterThan(3);
  });

  it('noise has the variance that trackers are told: that of the averaged step', () => {
    const noisy = { ...plain, samplingRate: 0.25, steps: 4000, learningRate: 0, privacy: flat };
    const withNoise = stepsOf(noisy);
    const without = stepsOf({ ...noisy, privacy: { ...flat, noiseMultiplier: 0 } });
    expect(withNoise[0]?.noiseVariance).toBeCloseTo(((1.5 * 0.4) / 10) ** 2, 16);
    let square = 0;
    withNoise.forEach(({ gradient }, step) => {
      gradient.forEach((value, j) => {
        square += (value - ((without[step] as TrainingStep).gradient[j] as number)) ** 2;
      });
    });
    // 16,000 squares of normal draws: a standard error of 1.1 %.
    expect(square / 16_000 / ((1.5 * 0.4) / 10) ** 2).toBeGreaterThan(0.95);
    expect(square / 16_000 / ((1.5 * 0.4) / 10) ** 2).toBeLessThan(1.05);
  });

  it('takes the same batches with and without privacy, and with every noise', () => {
    const batches = (plan: DescentPlan) => stepsOf(plan).map(({ batch }) => Array.from(batch));
    const sampled = { ...plain, samplingRate: 0.25 };
    expect(batches({ ...sampled, privacy: flat })).toEqual(batches(sampled));
    expect(batches({ ...sampled, privacy: { ...flat, noiseMultiplier: 7 } })).toEqual(batches(sampled));
  });

  it('is repeated to the last bit by its seed and repetition, and by neither alone', () => {
    const of = (repetition: number, seed = 8) =>
      descend(model, examples, start, {
        ...plain,
        samplingRate: 0.25,
        privacy: flat,
        repetition,
        seed: parseSeed(seed),
      }).parameters;
    expect(of(3)).toEqual(of(3));
    expect(of(3)).not.toEqual(of(4));
    expect(of(3)).not.toEqual(of(3, 9));
  });

  it('no two steps of two repetitions share a draw of noise', () => {
    const seen = new Set<string>();
    let draws = 0;
    for (const repetition of [0, 1, 2]) {
      const plan = { ...plain, learningRate: 0, repetition };
      const still = stepsOf({ ...plan, privacy: { ...flat, noiseMultiplier: 0 } });
      stepsOf({ ...plan, privacy: flat }).forEach(({ gradient }, step) => {
        gradient.forEach((value, j) => {
          seen.add((value - ((still[step] as TrainingStep).gradient[j] as number)).toFixed(12));
          draws++;
        });
      });
    }
    expect(draws).toBe(3 * 12 * 4);
    expect(seen.size).toBe(draws);
  });

  it('noise is not the noise of the counts that a rule releases', () => {
    const adaptive = { rule: 'adaptive', bound: 1, quantile: 0.5, rate: 1, countNoise: 1 } as const;
    const plan = { ...plain, learningRate: 0 };
    const of = (noiseMultiplier: number) => stepsOf({ ...plan, privacy: { clipping: adaptive, noiseMultiplier } });
    const bounds = of(1).map(({ clipping }) => clipping.sensitivity);
    expect(of(0).map(({ clipping }) => clipping.sensitivity)).toEqual(bounds);
    expect(new Set(bounds).size).toBe(12);
  });

  it('ends where a parameter is no longer finite, and says where', () => {
    const heard: string[] = [];
    const tracker: Tracker = { onStep: ({ step }) => heard.push(`step ${step}`), onEnd: () => heard.push('end') };
    const linear = describeModel({ kind: 'linear', inputs: 3, classes: 0 });
    const plan = { ...plain, learningRate: 1e200, steps: 50 };
    const { divergedAt, parameters } = descend(makeModel(linear), madeExamples(linear, 20), start, plan, {
      trackers: [tracker],
    });
    expect(divergedAt).toBe(1);
    expect(parameters.every(Number.isFinite)).toBe(false);
    expect(heard).toEqual(['step 0', 'step 1']);
  });

  it('trackers hear the start, every step, every epoch and the end, in this order', () => {
    const heard: string[] = [];
    const tracker: Tracker = {
      onStart: ({ steps }) => heard.push(`start of ${steps}`),
      onStep: ({ step }) => heard.push(String(step)),
      onEpoch: (epoch) => heard.push(`epoch ${epoch}`),
      onEnd: () => heard.push('end'),
    };
    descend(model, examples, start, { ...plain, steps: 5, stepsPerEpoch: 2 }, { trackers: [tracker] });
    expect(heard).toEqual(['start of 5', '0', '1', 'epoch 0', '2', '3', 'epoch 1', '4', 'end']);
  });

  it('leaves its start alone, and lets a hook change the averaged gradient', () => {
    const before = start.slice();
    const { parameters } = descend(model, examples, start, plain, { adjust: (_, __, gradient) => gradient.fill(0) });
    expect(start).toEqual(before);
    expect(parameters).toEqual(before);
  });

  it('takes gradients at the features that a hook makes of those of the batch, anew at each step', () => {
    const before = examples.features.slice();
    const plan = { ...plain, samplingRate: 0.25 };
    const parameters = Array.from(start);
    const batches: Int32Array[] = [];
    const given: Float64Array[] = [];
    const trackers: Tracker[] = [{ onStep: ({ batch }) => batches.push(batch.slice()) }];
    const ended = descend(model, examples, start, plan, {
      trackers,
      disturb: (features, step) => {
        given.push(features.slice());
        for (let k = 0; k < features.length; k++) features[k] = (step + 1) * (features[k] as number) + (k % 3);
      },
    });
    for (const [step, batch] of batches.entries()) {
      const mean = [0, 0, 0, 0];
      const own = Array.from(batch, (row) => [...before.subarray(3 * row, 3 * row + 3)]);
      expect([...(given[step] as Float64Array)]).toEqual(own.flat());
      for (const [k, row] of batch.entries()) {
        const seen = [...(own[k] as number[]).map((x, i) => (step + 1) * x + i), 1];
        const margin = seen.reduce((sum, x, j) => sum + x * (parameters[j] as number), 0);
        const residual = 1 / (1 + Math.exp(-margin)) - (examples.target[row] as number);
        seen.forEach((x, j) => {
          mean[j] = (mean[j] as number) + (residual * x) / 10;
        });
      }
      mean.forEach((value, j) => {
        parameters[j] = (parameters[j] as number) - 0.4 * value;
      });
    }
    expect(batches).toHaveLength(12);
    ended.parameters.forEach((value, j) => {
      expect(value).toBeCloseTo(parameters[j] as number, 12);
    });
    expect(examples.features).toEqual(before);
  });

  it('refuses features that are not finite, targets that are no class, and arrays of another length', () => {
    const withFault = (change: Partial<typeof examples>) => () =>
      descend(model, { ...examples, ...change }, start, plain);
    const features = examples.features.slice();
    features[7] = Number.NaN;
    expect(withFault({ features })).toThrow(/row 2.*x1|x1.*NaN/);
    expect(withFault({ target: examples.target.map(() => 2) })).toThrow('target');
    expect(withFault({ features: examples.features.subarray(1) })).toThrow('features');
  });

  it('a batch that is empty leaves nothing but the noise', () => {
    const steps = stepsOf({ ...plain, samplingRate: 0.01, privacy: { ...flat, noiseMultiplier: 0 } });
    const empty = steps.filter(({ batch }) => batch.length === 0);
    expect(empty.length).toBeGreaterThan(3);
    for (const { gradient } of empty) expect(Array.from(gradient)).toEqual([0, 0, 0, 0]);
  });
});
