import { describe, expect, it } from 'vitest';
import { describeModel, evaluate, makeModel } from '../../src/index.js';
import { madeExamples, madeVector } from '../models/made-examples.js';

const logistic = describeModel({ kind: 'logistic', inputs: 1, classes: 2 });

/** Rows of one feature, whose probability of class 1 is that of the logistic function. */
const rowsOf = (features: readonly number[], target: readonly number[], group: readonly number[], groups = 2) => ({
  ...madeExamples(logistic, features.length),
  features: Float64Array.from(features),
  target: Float64Array.from(target),
  group: Int32Array.from(group),
  groupNames: Array.from({ length: groups }, (_, k) => `group ${k}`),
});

describe('evaluation', () => {
  it('gives loss, accuracy and calibration of all rows and of each group, by hand', () => {
    // With weight 1 and no bias: probabilities 3/4, 3/4, 1/4 and 9/10 of class 1.
    const [odds, high] = [Math.log(3), Math.log(9)];
    const examples = rowsOf([odds, odds, -odds, high], [1, 0, 0, 1], [0, 0, 1, 1]);
    const { all, groups, losses } = evaluate(makeModel(logistic), Float64Array.of(1, 0), examples);
    const expected = [3 / 4, 1 / 4, 3 / 4, 9 / 10].map((probability) => -Math.log(probability));
    losses.forEach((loss, row) => {
      expect(loss).toBeCloseTo(expected[row] as number, 14);
    });
    expect(all).toMatchObject({
      rows: 4,
      loss: expect.closeTo(expected.reduce((sum, loss) => sum + loss, 0) / 4, 14),
      accuracy: 3 / 4,
      // Confidence 3/4 three times, two of them right; 9/10 once, right: (|2 - 9/4| + |1 - 9/10|) / 4.
      calibration: expect.closeTo((1 / 4 + 1 / 10) / 4, 14),
    });
    expect(groups[0]).toMatchObject({ rows: 2, accuracy: 1 / 2, calibration: expect.closeTo(1 / 4, 14) });
    expect(groups[1]).toMatchObject({ rows: 2, accuracy: 1, calibration: expect.closeTo((1 / 4 + 1 / 10) / 2, 14) });
  });

  it('has no numbers for a group without rows', () => {
    const { groups } = evaluate(makeModel(logistic), Float64Array.of(1, 0), rowsOf([1, 2], [1, 0], [0, 0]));
    expect(groups[1]).toEqual({ rows: 0, loss: Number.NaN, accuracy: Number.NaN, calibration: Number.NaN });
  });

  it('a tie goes to the first class, of two and of several', () => {
    const accuracyOf = (classes: number, target: number) => {
      const description = describeModel({ kind: classes === 2 ? 'logistic' : 'softmax', inputs: 2, classes });
      const model = makeModel(description);
      const examples = { ...madeExamples(description, 1), target: Float64Array.of(target) };
      return evaluate(model, new Float64Array(model.parameterCount), examples).all.accuracy;
    };
    expect([0, 1].map((target) => accuracyOf(2, target))).toEqual([1, 0]);
    expect([0, 1, 2].map((target) => accuracyOf(3, target))).toEqual([1, 0, 0]);
  });

  it('a smooth-hinge model is right or wrong but has no confidence; a linear one is neither', () => {
    const svm = describeModel({ kind: 'svm', inputs: 1, classes: 2 });
    const ofSvm = evaluate(makeModel(svm), Float64Array.of(1, 0), rowsOf([2, -1, 3], [1, 0, 0], [0, 0, 1])).all;
    expect(ofSvm.accuracy).toBeCloseTo(2 / 3, 15);
    expect(ofSvm.calibration).toBeNaN();
    const linear = describeModel({ kind: 'linear', inputs: 1, classes: 0 });
    const ofLinear = evaluate(makeModel(linear), Float64Array.of(1, 0), rowsOf([2], [5], [0])).all;
    expect(ofLinear.loss).toBe(4.5);
    expect([ofLinear.accuracy, ofLinear.calibration]).toEqual([Number.NaN, Number.NaN]);
  });

  it('of more rows than go through at a time is that of all of them', () => {
    const description = describeModel({ kind: 'softmax', inputs: 3, classes: 4 });
    const model = makeModel(description);
    const examples = madeExamples(description, 1300);
    const parameters = madeVector(model.parameterCount, 3);
    const { all, groups, losses } = evaluate(model, parameters, examples);
    expect(all.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 1300, 12);
    for (const key of ['loss', 'accuracy'] as const)
      expect(all[key]).toBeCloseTo(
        groups.reduce((sum, group) => sum + (group.rows / 1300) * group[key], 0),
        12,
      );
  });
});
