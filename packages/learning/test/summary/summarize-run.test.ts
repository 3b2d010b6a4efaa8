import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { describeModel, summarizeRun, type TrainingPlan, trainHere } from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';

const description = describeModel({ kind: 'logistic', inputs: 4, classes: 2 });
const made = madeExamples(description, 40, 12);
/** The second group has inputs three times as long, and a label that can be learnt. */
const training = {
  ...made,
  features: made.features.map((value, at) => (Math.floor(at / 4) % 2 === 1 ? 3 * value : value)),
  target: Float64Array.from(made.target, (_, row) => ((made.features[4 * row] as number) > 0 ? 1 : 0)),
};

const planOf = (steps: number, learningRate: number, noiseMultiplier: number, repetitions = 1): TrainingPlan => ({
  model: description,
  training,
  test: training,
  descent: {
    steps,
    stepsPerEpoch: steps,
    samplingRate: 1,
    learningRate,
    optimizer: 'sgd',
    regularization: 0,
    privacy: { clipping: { rule: 'flat', bound: 0.2 }, noiseMultiplier },
    seed: parseSeed(21),
  },
  tracking: { every: 1, rows: Number.POSITIVE_INFINITY, batchProbes: 2, traceProbes: 0 },
  repetitions,
});

const summaryOf = (plan: TrainingPlan, confidence = 0.95) => summarizeRun(plan, trainHere(plan), confidence);
const estimateOf = ({ estimate }: { readonly estimate: number | null }) => estimate as number;

describe('the terms over a whole training', () => {
  it('add up: clipping, noise, path and remainder to the excessive risk, and so do both parts of the exact split', () => {
    const { groups, population } = summaryOf(planOf(30, 0.3, 1, 3));
    for (const group of [...groups, population]) {
      const { clipping, noise, path, remainder, excessiveRisk, clippingPart, noisePart } = group;
      expect([clipping, noise, path, remainder].map(estimateOf).reduce((sum, x) => sum + x)).toBeCloseTo(
        estimateOf(excessiveRisk),
        12,
      );
      expect(estimateOf(clippingPart) + estimateOf(noisePart)).toBeCloseTo(estimateOf(excessiveRisk), 14);
    }
  });

  it('leave a remainder that is small beside the risk, and a quarter of it at half the rate and twice the steps', () => {
    const [coarse, fine] = [summaryOf(planOf(40, 0.1, 0)), summaryOf(planOf(80, 0.05, 0))];
    coarse.groups.forEach((group, a) => {
      const [risk, remainder] = [estimateOf(group.excessiveRisk), estimateOf(group.remainder)];
      expect(risk).toBeGreaterThan(0.01);
      expect(Math.abs(remainder)).toBeLessThan(0.02 * risk);
      const ratio = remainder / estimateOf(fine.groups[a]?.remainder as { estimate: number | null });
      expect(ratio).toBeGreaterThan(3.2);
      expect(ratio).toBeLessThan(4.8);
    });
  });

  it('with noise leave a remainder around 0 over repetitions, within its interval', () => {
    const { groups } = summaryOf(planOf(40, 0.1, 1, 12), 0.9999);
    for (const { remainder, noise } of groups) {
      expect(remainder.lower as number).toBeLessThan(0);
      expect(remainder.upper as number).toBeGreaterThan(0);
      expect(noise.estimate as number).toBeGreaterThan(0);
    }
  });

  it('without noise have no noise term, and with a bound that nothing reaches no clipping and no risk', () => {
    expect(summaryOf(planOf(10, 0.1, 0)).groups.map(({ noise }) => noise.estimate)).toEqual([0, 0]);
    const plan = planOf(10, 0.1, 0);
    const privacy = { clipping: { rule: 'flat', bound: 1e9 }, noiseMultiplier: 0 } as const;
    for (const group of summaryOf({ ...plan, descent: { ...plan.descent, privacy } }).groups) {
      expect(Math.abs(estimateOf(group.clipping))).toBeLessThan(1e-14);
      expect(group.excessiveRisk.estimate).toBe(0);
    }
  });

  it('a step clips more from the group with the longer gradients, at the start', () => {
    const { path } = summaryOf(planOf(5, 0.1, 0));
    const [even, odd] = path?.groups ?? [];
    expect(odd?.gradientNorm[0]).toBeGreaterThan(even?.gradientNorm[0] as number);
    expect(odd?.clipping[0]).toBeGreaterThan(even?.clipping[0] as number);
  });
});

describe('the summary of a run', () => {
  it('has all rows as the mean of the groups, and gaps that are differences from them', () => {
    const { groups, population } = summaryOf(planOf(20, 0.2, 1, 3));
    const mean = groups.reduce((sum, { excessiveRisk }) => sum + estimateOf(excessiveRisk) / 2, 0);
    expect(estimateOf(population.excessiveRisk)).toBeCloseTo(mean, 14);
    for (const { gap, excessiveRisk } of groups)
      expect(estimateOf(gap)).toBeCloseTo(estimateOf(excessiveRisk) - estimateOf(population.excessiveRisk), 14);
  });

  it('has a path that begins at no risk and ends at the risk of the training', () => {
    const { path, groups } = summaryOf(planOf(20, 0.2, 1, 3));
    path?.groups.forEach(({ excessiveRisk, accumulatedClipping, accumulatedNoise }, a) => {
      expect([excessiveRisk[0], accumulatedClipping[0], accumulatedNoise[0]]).toEqual([0, 0, 0]);
      expect(excessiveRisk.at(-1)).toBeCloseTo(estimateOf(groups[a]?.excessiveRisk as never), 13);
      expect(accumulatedNoise.at(-1)).toBeCloseTo(estimateOf(groups[a]?.noise as never), 14);
    });
    expect(path?.step).toEqual(Array.from({ length: 21 }, (_, step) => step));
  });

  it('has accuracy and calibration with intervals within 0 and 1', () => {
    const plan = { ...planOf(3, 0.05, 200, 2), tracking: null };
    const test = { ...training, rows: 4, features: training.features.slice(0, 16) };
    const { groups, population } = summaryOf({ ...plan, test });
    const sides = [population, ...groups].flatMap(({ accuracy, calibration }) => [
      ...[accuracy.private, accuracy.nonPrivate, calibration.private, calibration.nonPrivate],
    ]);
    expect(sides.some(({ lower, upper }) => lower === 0 || upper === 1)).toBe(true);
    for (const { lower, upper } of sides) {
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
    }
  });

  it('has the root mean squared error of a number that is predicted on test rows, in the unit of the label', () => {
    const model = describeModel({ kind: 'linear', inputs: 4, classes: 0 });
    const numbers = { ...madeExamples(model, 40, 5), targetUnit: 250 };
    const plan = { ...planOf(4, 0.1, 1, 2), model, training: numbers, test: numbers, tracking: null };
    const output = trainHere(plan);
    const { groups, population } = summarizeRun(plan, output, 0.95);
    const [weights, rows] = [numbers.featureNames.length, [...numbers.target.keys()]];
    const errorOf = (parameters: Float64Array, of: (row: number) => boolean) => {
      const squares = rows.filter(of).map((row) => {
        const inputs = numbers.features.slice(weights * row, weights * (row + 1));
        const score = inputs.reduce((sum, x, k) => sum + x * (parameters[k] as number), parameters[weights] as number);
        return (250 * (score - (numbers.target[row] as number))) ** 2;
      });
      return Math.sqrt(squares.reduce((a, b) => a + b) / squares.length);
    };
    const expected = (of: (row: number) => boolean) =>
      output.reduce((sum, { private: side }) => sum + errorOf(side.parameters, of) / 2, 0);
    expect(population.testError?.private.estimate).toBeCloseTo(
      expected(() => true),
      9,
    );
    groups.forEach(({ testError, accuracy }, a) => {
      expect(testError?.private.estimate).toBeCloseTo(
        expected((row) => numbers.group[row] === a),
        9,
      );
      expect(testError?.nonPrivate.lower).not.toBeNull();
      expect(accuracy.private.estimate).toBeNull();
    });
    const none = { ...numbers, rows: 0, ...{ features: new Float64Array(0), target: new Float64Array(0) } };
    const untested = summarizeRun({ ...plan, test: { ...none, group: new Int32Array(0) } }, output, 0.95);
    expect(untested.population.testError?.private.estimate).toBeNull();
    expect(summaryOf({ ...planOf(1, 0.1, 0), tracking: null }).population.testError?.private.estimate).toBeNull();
  });

  it('says how many rows its terms are of, those that small groups have on top too', () => {
    const plan = planOf(2, 0.1, 1);
    const groups = { group: Int32Array.from({ length: 40 }, (_, row) => (row < 36 ? 0 : 1)) };
    const tracking = { every: 1, rows: 16, batchProbes: 2, traceProbes: 0 };
    // 16 * 36 / 40 is 14; a tenth of 16 is 1, but two are at least wanted: 16 / (4 * 2).
    expect(summaryOf({ ...plan, tracking, training: { ...training, ...groups } }).path?.rows).toBe(14 + 2);
    const three = { group: groups.group.map((_, row) => (row < 38 ? 0 : row - 37)), groupNames: ['a', 'b', 'c'] };
    // 19 of the first; of the others, a row each, at least 20 / (4 * 3) are wanted.
    expect(
      summaryOf({ ...plan, tracking: { ...tracking, rows: 20 }, training: { ...training, ...three } }).path?.rows,
    ).toBe(19 + 1 + 1);
    expect(summaryOf(plan).path?.rows).toBe(40);
  });

  it('has the mean length of the inputs, of each group and of all rows', () => {
    const { groups, population } = summaryOf({ ...planOf(1, 0.1, 0), tracking: null });
    const lengths = Array.from({ length: 40 }, (_, row) =>
      Math.hypot(...training.features.slice(4 * row, 4 * row + 4)),
    );
    const meanOf = (rows: readonly number[]) => rows.reduce((sum, length) => sum + length, 0) / rows.length;
    const expected = [0, 1].map((a) => meanOf(lengths.filter((_, row) => training.group[row] === a)));
    groups.forEach(({ inputNorm }, a) => {
      expect(inputNorm).toBeCloseTo(expected[a] as number, 12);
    });
    expect(population.inputNorm).toBeCloseTo(meanOf(lengths), 12);
  });

  it('counts repetitions that diverged, and leaves them out', () => {
    const plan = planOf(6, 1e200, 1, 2);
    const { repetitions, diverged, population, gap } = summaryOf({
      ...plan,
      model: describeModel({ kind: 'linear', inputs: 4, classes: 0 }),
    });
    expect(repetitions).toBe(0);
    expect(diverged.repetitions).toBe(2);
    expect(diverged.firstStep).toBeLessThan(3);
    expect(population.excessiveRisk.estimate).toBeNull();
    expect(gap.reason).toBe('every training diverged');
  });

  it('of a single group has no gap, and of an empty one no numbers', () => {
    const plan = planOf(5, 0.1, 1, 2);
    const alone = { ...training, group: new Int32Array(40), groupNames: ['all of them', 'nobody'] };
    const { groups, gap } = summaryOf({ ...plan, training: alone });
    expect(gap.reason).toBe('fewer than two groups have rows');
    expect(groups[1]?.excessiveRisk.estimate).toBeNull();
    expect(groups[1]?.inputNorm).toBeNull();
    expect(groups[0]?.excessiveRisk.estimate).not.toBeNull();
  });
});
