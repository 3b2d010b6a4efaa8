import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { describeModel, runRepetition, type TrainingPlan, trainHere, trainingTask } from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';

const description = describeModel({ kind: 'network', inputs: 3, classes: 2, hidden: [4] });
const plan: TrainingPlan = {
  model: description,
  training: madeExamples(description, 50, 2),
  test: madeExamples(description, 20, 3),
  descent: {
    steps: 12,
    stepsPerEpoch: 6,
    samplingRate: 0.3,
    learningRate: 0.2,
    optimizer: 'sgd',
    regularization: 0,
    privacy: { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier: 1 },
    seed: parseSeed(5),
  },
  tracking: { every: 4, rows: 30, batchProbes: 1, traceProbes: 0 },
  repetitions: 3,
};

describe('a repetition', () => {
  it('is the same whether it runs alone, with others, or in another order', () => {
    const together = trainHere(plan);
    const parts = [2, 0, 1].map((index) => ({ index, part: trainingTask.run(plan, index) }));
    parts.sort((a, b) => a.index - b.index);
    expect(trainingTask.finish(plan, trainingTask.merge(plan, parts))).toEqual(together);
    expect(trainingTask.plan(plan)).toEqual([0, 1, 2]);
  });

  it('differs from the others in start, batches and noise', () => {
    const [one, other] = trainHere({ ...plan, repetitions: 2 });
    expect(one?.private.parameters).not.toEqual(other?.private.parameters);
    expect(one?.nonPrivate.parameters).not.toEqual(other?.nonPrivate.parameters);
    expect(one?.paths?.nonPrivate.population.loss[0]).not.toBe(other?.paths?.nonPrivate.population.loss[0]);
  });

  it('begins all three trainings at the same place', () => {
    const { paths } = runRepetition(plan, 1);
    const starts = [paths?.private.population.loss[0], paths?.nonPrivate.population.loss[0]];
    expect(starts[0]).toBe(starts[1]);
    expect(paths?.clippedOnly.population[0]).toBeCloseTo(starts[0] as number, 14);
  });

  it('has the loss of every training row with privacy minus without', () => {
    const { rowRisks, private: withPrivacy, nonPrivate } = runRepetition(plan, 0);
    const mean = rowRisks.reduce((sum, risk) => sum + risk, 0) / rowRisks.length;
    expect(rowRisks.length).toBe(50);
    expect(mean).toBeCloseTo(withPrivacy.training.all.loss - nonPrivate.training.all.loss, 14);
  });

  it('without privacy is three times the same training', () => {
    const {
      private: one,
      clippedOnly,
      nonPrivate,
    } = runRepetition({ ...plan, tracking: null, descent: { ...plan.descent, privacy: null } }, 0);
    expect(one).toEqual(nonPrivate);
    expect(clippedOnly).toEqual(nonPrivate);
  });

  it('without noise its private training is the one that only clips', () => {
    const privacy = { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier: 0 } as const;
    const {
      private: one,
      clippedOnly,
      nonPrivate,
    } = runRepetition({ ...plan, descent: { ...plan.descent, privacy } }, 0);
    expect(one).toEqual(clippedOnly);
    expect(one.parameters).not.toEqual(nonPrivate.parameters);
  });

  it('tells its progress up to the steps of three trainings, and tracking does not change them', () => {
    const heard: number[] = [];
    const followed = runRepetition(plan, 0, (steps) => heard.push(steps));
    expect(heard.at(-1)).toBe(36);
    expect(trainingTask.size(plan)).toBe(36);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(runRepetition({ ...plan, tracking: null }, 0).private).toEqual(followed.private);
  });
});
