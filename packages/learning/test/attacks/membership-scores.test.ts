import { attackScores, describeModel, makeModel, minimize, referenceLosses, type TrainingPlan } from '@dpfair/learning';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { pickExamples } from '../../src/attacks/pick-examples.js';
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

/** Fraction of pairs whose member scores higher, counted one by one. */
const area = ({ members, others }: ReturnType<typeof attackScores>) => {
  let wins = 0;
  for (const one of members.scores) for (const other of others.scores) wins += one > other ? 1 : 0;
  return wins / (members.scores.length * others.scores.length);
};

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

  it('find the rows of a model that learned them by heart, better yet beside models that did not see them', () => {
    const difficulties = referenceLosses(plan, 4);
    const calibrated = attackScores(model, parameters, training, test, difficulties);
    expect(area(plain)).toBeGreaterThan(0.52);
    expect(area(calibrated)).toBeGreaterThan(area(plain) + 0.02);
    expect(calibrated.members.scores[5]).toBeCloseTo(
      (plain.members.scores[5] as number) + (difficulties.training[5] as number),
      12,
    );
  });

  it('come from references that leave each row out once a pair', () => {
    const { training: ofTraining, test: ofTest } = referenceLosses(plan, 1);
    expect([...ofTraining, ...ofTest].every((loss) => loss > 0)).toBe(true);
    expect(() => referenceLosses(plan, 0)).toThrow(/pairs of reference models: 0/);
  });
});
