import {
  attackScores,
  descend,
  describeModel,
  makeModel,
  minimize,
  referenceLosses,
  type TrainingPlan,
} from '@dpfair/learning';
import type { Examples } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { pickExamples } from '../../src/examples/pick-examples.js';
import { loansLike, textbookLogistic } from '../pruning/textbook-logistic.js';

const pool = loansLike(300, 20, 9);
const picked = (from: number, to: number) =>
  pickExamples(
    pool,
    Int32Array.from({ length: to - from }, (_, k) => from + k),
  );
const [training, test] = [picked(0, 120), picked(120, 300)];
const description = describeModel({ kind: 'logistic', inputs: 20, classes: 2 });
const model = makeModel(description);
const { parameters } = minimize(model, training, { regularization: 0.001 });
const plan: Pick<TrainingPlan, 'model' | 'training' | 'test' | 'descent'> = {
  model: description,
  training,
  test,
  descent: {
    steps: 60,
    stepsPerEpoch: 10,
    samplingRate: 0.5,
    learningRate: 0.5,
    optimizer: 'sgd',
    regularization: 0.001,
    privacy: null,
    seed: parseSeed(4),
  },
};

/**
 * Every second row is told by nothing but a feature of its own, so that no other row helps to learn it; all others by one strong feature that they
 * share. Classes are as frequent as each other in both.
 */
function hardAndEasy() {
  const [rows, inputs] = [40, 81];
  const own = (row: number) => row % 2 === 0;
  const half = (first: number): Examples => {
    const features = new Float64Array(rows * inputs);
    const target = Float64Array.from({ length: rows }, (_, row) => (row >> 1) % 2);
    for (let row = 0; row < rows; row++) {
      if (own(row)) features[row * inputs + first + row] = 3;
      else features[row * inputs + inputs - 1] = target[row] === 1 ? 6 : -6;
    }
    return {
      rows,
      features,
      featureNames: Array.from({ length: inputs }, (_, k) => `x${k}`),
      target,
      classNames: ['no', 'yes'],
      group: new Int32Array(rows),
      groupNames: ['all'],
    };
  };
  const start = describeModel({ kind: 'logistic', inputs, classes: 2 });
  return { training: half(0), test: half(rows), start, own };
}

describe('scores of membership', () => {
  const plain = attackScores(model, parameters, training, test);

  it('are minus the loss of each row, with its group', () => {
    for (const row of [0, 7, 119]) {
      const { loss } = textbookLogistic(picked(row, row + 1), parameters);
      expect(plain.members.scores[row]).toBeCloseTo(-loss, 10);
      expect(plain.members.groups[row]).toBe(training.group[row]);
    }
    expect(plain.others.scores).toHaveLength(180);
    expect(plain.groupNames).toBe(training.groupNames);
  });

  it('with difficulties are those of the loss, less what the row costs a model that did not see it', () => {
    const difficulties = referenceLosses(plan, 1);
    const calibrated = attackScores(model, parameters, training, test, difficulties);
    for (const row of [0, 5, 119]) {
      const own = (plain.members.scores[row] as number) + (difficulties.training[row] as number);
      expect(calibrated.members.scores[row]).toBeCloseTo(own, 12);
    }
  });

  it('put rows learned by heart above rows that are easy for everyone, but only beside models that did not see them', () => {
    const { training: seen, test: unseen, start, own } = hardAndEasy();
    const wanted = { ...plan, model: start, training: seen, test: unseen };
    const longer = { ...plan.descent, steps: 200, samplingRate: 1, regularization: 0 };
    for (const seed of [1, 2, 3]) {
      const learned = makeModel(start);
      const descent = { ...longer, seed: parseSeed(seed), repetition: 0 };
      const { parameters: at } = descend(learned, seen, new Float64Array(learned.parameterCount), descent);
      const difficulties = referenceLosses({ ...wanted, descent }, 2);
      const alone = attackScores(learned, at, seen, unseen);
      const beside = attackScores(learned, at, seen, unseen, difficulties);
      const least = (scores: Float64Array) => Math.min(...scores.filter((_, row) => own(row)));
      const easiest = (scores: Float64Array) => Math.max(...scores.filter((_, row) => !own(row)));
      expect(least(alone.members.scores)).toBeLessThan(easiest(alone.others.scores));
      expect(least(beside.members.scores)).toBeGreaterThan(Math.max(...beside.others.scores) + 0.2);
    }
  });

  it('come from references that leave each row out once a pair', () => {
    const { training: ofTraining, test: ofTest } = referenceLosses(plan, 1);
    expect([...ofTraining, ...ofTest].every((loss) => loss > 0)).toBe(true);
    expect(() => referenceLosses(plan, 0)).toThrow(/pairs of reference models: 0/);
  });
});
