import { DpfairError } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { describeModel, makeModel, predict, readTrainedModel, type TrainedModel } from '../../src/index.js';
import { everyModel, madeExamples, madeVector } from './made-examples.js';

const hand: TrainedModel = {
  description: describeModel({ kind: 'logistic', inputs: 2, classes: 2 }),
  parameters: [Math.log(2), -Math.log(3), 0],
  encoding: { columns: ['age'] },
};
const two = madeExamples(hand.description, 2);

describe('prediction', () => {
  it('is the probability of class 1: odds of 2 to 3 and of 8 to 1', () => {
    const outputs = predict(hand, { ...two, features: Float64Array.of(1, 1, 3, 0) });
    expect(outputs[0]).toBeCloseTo(0.4, 15);
    expect(outputs[1]).toBeCloseTo(8 / 9, 15);
  });

  it('of more rows than go in a batch is that of each row by itself', () => {
    const description = describeModel({ kind: 'network', inputs: 3, classes: 3, hidden: [4] });
    const size = makeModel(description).parameterCount;
    const trained = { description, parameters: [...madeVector(size, 1)], encoding: {} };
    const examples = madeExamples(description, 1500);
    const outputs = predict(trained, examples);
    for (const row of [0, 1023, 1024, 1499]) {
      const one = { ...examples, rows: 1 };
      const alone = predict(trained, {
        ...one,
        features: examples.features.slice(3 * row, 3 * row + 3),
        target: examples.target.slice(row, row + 1),
        group: examples.group.slice(row, row + 1),
      });
      expect([...outputs.subarray(3 * row, 3 * row + 3)]).toEqual([...alone]);
      expect(alone.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
    }
  });

  it('of no rows is empty', () => {
    const none = {
      ...two,
      rows: 0,
      features: new Float64Array(0),
      target: new Float64Array(0),
      group: new Int32Array(0),
    };
    expect(predict(hand, none)).toHaveLength(0);
  });

  it('names what is wrong with examples: row, feature, value and what is allowed', () => {
    const wrong = { ...two, features: Float64Array.of(1, Number.NaN, 1, 1), target: Float64Array.of(0, 2) };
    expect(() => predict(hand, wrong)).toThrow(
      'entity 1: feature x1: NaN (allowed: a finite number)\nentity 2: target: 2 (allowed: an integer from 0 to 1',
    );
    expect(() => predict(hand, { ...two, group: Int32Array.of(0, 7) })).toThrow(/entity 2: group: 7 \(allowed: 0 to 1/);
    expect(() => predict(hand, { ...two, target: new Float64Array(3) })).toThrow('targets: 3 (allowed: 2)');
  });
});

describe('a trained model as JSON', () => {
  it.each(everyModel)('comes back as it was: %s', (_, description) => {
    const model = makeModel(description);
    const trained = { description, parameters: [...madeVector(model.parameterCount, 1)], encoding: { mean: [1, 2] } };
    expect(readTrainedModel(JSON.parse(JSON.stringify(trained)))).toEqual(trained);
  });

  it.each([
    [null, 'trained model, the whole: null (allowed: an object)'],
    [{}, 'trained model, description: undefined (allowed: an object)'],
    [{ ...hand, parameters: [1] }, 'trained model, parameters: 1 (allowed: 3 numbers)'],
    [{ ...hand, parameters: 'none' }, 'trained model, parameters: string (allowed: a list of numbers)'],
    [{ ...hand, parameters: [1, null, 2] }, 'trained model, parameter 2: null (allowed: a finite number)'],
    [{ ...hand, encoding: [] }, 'trained model, encoding: a list (allowed: an object)'],
    [
      { ...hand, description: { ...hand.description, loss: 'softmax' } },
      'trained model, loss: softmax (allowed: logistic)',
    ],
    [{ ...hand, description: { ...hand.description, kind: 'tree' } }, 'model: tree (allowed: logistic'],
    [{ ...hand, description: { ...hand.description, inputs: 'two' } }, 'features: two (allowed: an integer >= 1)'],
  ])('is refused with the part that is wrong: %j', (json, message) => {
    expect(() => readTrainedModel(json)).toThrow(DpfairError);
    expect(() => readTrainedModel(json)).toThrow(message);
  });
});

describe('starting parameters', () => {
  it('are zeros where the loss is convex', () => {
    const start = makeModel(hand.description).initial(openStream(parseSeed(1), 'test', 0));
    expect([...start]).toEqual([0, 0, 0]);
  });

  it.each([
    ['relu', 2],
    ['tanh', 1],
  ] as const)(
    'of %s layers have variance %d over inputs, of outputs 1 over inputs, and biases 0',
    (activation, gain) => {
      const description = describeModel({ kind: 'network', inputs: 200, classes: 2, hidden: [300], activation });
      const start = makeModel(description).initial(openStream(parseSeed(5), 'test', 0));
      const square = (part: Float64Array) => part.reduce((sum, value) => sum + value * value, 0) / part.length;
      expect(square(start.subarray(0, 60_000)) * (200 / gain)).toBeCloseTo(1, 1);
      expect(square(start.subarray(60_300, 60_600)) * 300).toBeGreaterThan(0.7);
      expect(square(start.subarray(60_300, 60_600)) * 300).toBeLessThan(1.3);
      expect([...start.subarray(60_000, 60_300), ...start.subarray(60_600)].every((value) => value === 0)).toBe(true);
    },
  );
});
