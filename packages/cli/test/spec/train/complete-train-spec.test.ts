import { remedyKinds, type TrainingPlan } from '@dpfair/learning';
import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { completeTrainSpec } from '../../../src/spec/train/complete-train-spec.js';
import { trainOptions } from '../../../src/spec/train/train-options.js';
import type { TrainSpec, TrainSpecInput } from '../../../src/spec/train/train-spec.js';

const minimal: TrainSpecInput = { data: 'a.csv', epsilon: [3], seed: '1' };

function faultsOf(given: Partial<TrainSpecInput>): readonly string[] {
  try {
    completeTrainSpec(given);
  } catch (error) {
    if (error instanceof DpfairError && error.code === 'usage') return error.faults.map((fault) => fault.what);
    throw error;
  }
  return [];
}

describe('a completed spec of trainings', () => {
  it('has every option, each with a value, and none twice', () => {
    const keys = Object.keys(trainOptions).map((name) =>
      name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
    );
    expect(Object.keys(completeTrainSpec(minimal))).toEqual(keys);
    expect(Object.values(completeTrainSpec(minimal))).not.toContain(undefined);
  });

  it('is what it completes: what is recorded can be given again', () => {
    for (const more of [{}, { model: 'network', test: 'b.csv' }, { clipping: 'global-adaptive' }] as const) {
      const spec = completeTrainSpec({ ...minimal, ...more });
      expect(completeTrainSpec(spec)).toEqual(spec);
    }
  });

  it.each([
    [
      'logistic',
      { hidden: [], activation: null, task: 'classes', learningRate: 0.5, repetitions: 10, trackRows: 2000 },
    ],
    ['linear', { hidden: [], activation: null, task: 'number', learningRate: 0.05, repetitions: 10 }],
    ['svm', { hidden: [], activation: null, task: 'classes', learningRate: 0.05 }],
    ['network', { hidden: [128], activation: 'relu', task: null, learningRate: 0.5, repetitions: 4, trackRows: 500 }],
  ] as const)('has the defaults of model %s', (model, defaults) => {
    expect(completeTrainSpec({ ...minimal, model })).toMatchObject(defaults);
  });

  it.each([
    ['output-perturbation', 100],
    ['objective-perturbation', 20],
  ] as const)('scales to the unit ball and regularizes for %s', (algorithm, repetitions) => {
    const asked = { scaling: 'unit-ball', regularization: 0.01, repetitions };
    expect(completeTrainSpec({ ...minimal, algorithm })).toMatchObject(asked);
  });

  it('has the rate of its optimizer, and what was given instead of any default', () => {
    expect(completeTrainSpec({ ...minimal, optimizer: 'adam' }).learningRate).toBe(0.01);
    const given = { learningRate: 2, model: 'network', hidden: [64, 64], activation: 'tanh', repetitions: 7 } as const;
    expect(completeTrainSpec({ ...minimal, ...given })).toMatchObject(given);
  });

  it('keeps no part of the data for testing where there is a file for it', () => {
    expect(completeTrainSpec(minimal).testShare).toBe(0.2);
    expect(completeTrainSpec({ ...minimal, test: 'b.csv' }).testShare).toBeNull();
  });

  it('gives a rule of clipping the settings that it looks at, and no others', () => {
    const settingsOf = (clipping: TrainSpec['clipping'], more = {}) => {
      const { clipLimit, clipQuantile, clipRate, clipStability, countNoise } = completeTrainSpec({
        ...minimal,
        clipping,
        ...more,
      });
      return [clipLimit, clipQuantile, clipRate, clipStability, countNoise];
    };
    expect(settingsOf('flat')).toEqual([null, null, null, null, null]);
    expect(settingsOf('adaptive')).toEqual([null, 0.5, 0.2, null, 10]);
    expect(settingsOf('automatic')).toEqual([null, null, null, 0.01, null]);
    expect(settingsOf('global-adaptive', { clip: 0.5, clipRate: 0.3 })).toEqual([5, null, 0.3, null, 10]);
  });

  it.each(['by-group', 'global', 'global-adaptive'] as const)(
    'gives a rule the settings that the remedy of the same name has by default: %s',
    (clipping) => {
      for (const clip of [0.1, 7]) {
        const spec = completeTrainSpec({ ...minimal, clipping, clip });
        const plan = { descent: {}, model: {} } as TrainingPlan;
        const privacy = { clipping: { rule: 'flat', bound: clip }, noiseMultiplier: 1 } as const;
        const asRule = { limit: spec.clipLimit, rate: spec.clipRate, countNoise: spec.countNoise };
        for (const { name, default: byDefault } of remedyKinds[clipping].settings)
          expect(asRule[name as keyof typeof asRule]).toBe(byDefault(plan, privacy));
      }
    },
  );

  it('draws a seed where none is given, and writes a given one in decimal', () => {
    expect(completeTrainSpec({ ...minimal, seed: '0x10' }).seed).toBe('16');
    const { seed: _seed, ...seedless } = minimal;
    expect(completeTrainSpec(seedless).seed).not.toBe(completeTrainSpec(seedless).seed);
  });
});

describe('a spec of trainings is refused', () => {
  it.each<[string, Partial<TrainSpecInput>, string]>([
    ['without data', { data: null as unknown as string }, 'no data file'],
    ['without a budget', { epsilon: null }, 'no privacy budget'],
    ['with two kinds of budget', { sigma: [1] }, 'options that contradict each other'],
    ['with two kinds of test rows', { test: 'b.csv', testShare: 0.1 }, 'options that contradict each other'],
    ['for bands of no group', { groupBands: [30] }, '--group-bands without a group'],
    ['for a group that is a feature and is not named', { groupIsFeature: true }, '--group-is-feature without a group'],
    ['for a radius of nothing', { radius: 1 }, '--radius without the scaling that has one'],
    [
      'for a scale of unscaled features',
      { publicScale: { a: '1,2' }, scaling: 'none' },
      '--public-scale with --scaling none',
    ],
    ['for a scale that is no pair', { publicScale: { a: '1' } }, '--public-scale a'],
    ['for a deviation of 0', { publicScale: { a: '1,0' } }, '--public-scale a'],
    ['for layers of a linear model', { hidden: [4] }, '--hidden with model logistic'],
    ['for an activation of a linear model', { activation: 'tanh' }, '--activation with model logistic'],
    ['for three layers', { model: 'network', hidden: [4, 4, 4] }, '--hidden'],
    ['for numbers of a logistic model', { task: 'number' }, '--task with model logistic'],
    ['for classes of a linear model', { task: 'classes', model: 'linear' }, '--task with model linear'],
    ['for a setting of another rule', { clipQuantile: 0.5 }, '--clip-quantile with --clipping flat'],
    ['for a limit below the bound', { clipping: 'global', clipLimit: 0.01 }, '--clip-limit'],
    ['for a condition that is none', { failOn: ['alpha>1'] }, '--fail-on'],
    ['for a seed that is none', { seed: '-1' }, '--seed'],
  ])('%s', (_name, given, what) => {
    expect(faultsOf({ ...minimal, ...given })).toEqual([what]);
  });

  it('for all of its faults at once', () => {
    expect(faultsOf({ ...minimal, sigma: [1], radius: 1, failOn: ['gap'] })).toHaveLength(3);
  });
});
