import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { describeModel, type ModelChoice, makeModel } from '../../src/index.js';

describe('the description of a model', () => {
  it('has the loss and the outputs that go with its kind and classes', () => {
    const choices: readonly (readonly [ModelChoice['kind'], number, string, number])[] = [
      ['logistic', 2, 'logistic', 1],
      ['softmax', 2, 'softmax', 2],
      ['softmax', 4, 'softmax', 4],
      ['linear', 0, 'squared', 1],
      ['svm', 2, 'smooth-hinge', 1],
      ['network', 0, 'squared', 1],
      ['network', 2, 'logistic', 1],
      ['network', 3, 'softmax', 3],
    ];
    for (const [kind, classes, loss, outputs] of choices) {
      expect(describeModel({ kind, inputs: 3, classes })).toMatchObject({ kind, loss, outputs });
    }
  });

  it('has one layer of 128 ReLU units for a network of which nothing is said, and no activation without layers', () => {
    expect(describeModel({ kind: 'network', inputs: 3, classes: 2 })).toMatchObject({
      hidden: [128],
      activation: 'relu',
    });
    expect(describeModel({ kind: 'svm', inputs: 3, classes: 2 })).toMatchObject({
      hidden: [],
      activation: null,
      hingeWidth: 0.5,
    });
  });

  it.each([
    [{ kind: 'logistic', inputs: 3, classes: 3 }, 'classes for model logistic: 3 (allowed: 2)'],
    [{ kind: 'svm', inputs: 3, classes: 0 }, 'classes for model svm: 0 (allowed: 2)'],
    [{ kind: 'linear', inputs: 3, classes: 2 }, 'classes for model linear: 2 (allowed: 0: its target is a number)'],
    [{ kind: 'softmax', inputs: 3, classes: 0 }, 'classes for model softmax: 0 (allowed: 2 or more)'],
    [{ kind: 'network', inputs: 3, classes: 1 }, 'classes for model network: 1 (allowed: 2 or more, or 0'],
    [{ kind: 'network', inputs: 0, classes: 2 }, 'features: 0 (allowed: an integer >= 1)'],
    [{ kind: 'network', inputs: 3, classes: 2, hidden: [] }, 'hidden layers of model network: 0 (allowed: 1 or 2)'],
    [{ kind: 'network', inputs: 3, classes: 2, hidden: [4, 4, 4] }, 'hidden layers of model network: 3'],
    [{ kind: 'network', inputs: 3, classes: 2, hidden: [2.5] }, 'hidden units: 2.5 (allowed: an integer >= 1)'],
    [{ kind: 'logistic', inputs: 3, classes: 2, hidden: [4] }, 'hidden layers of model logistic: 1 (allowed: 0)'],
    [{ kind: 'svm', inputs: 3, classes: 2, hingeWidth: 0 }, 'width of the hinge: 0 (allowed: a finite number > 0)'],
    [{ kind: 'network', inputs: 3, classes: 2, activation: 'gelu' }, 'activation: gelu (allowed: relu, tanh)'],
    [{ kind: 'forest', inputs: 3, classes: 2 }, 'model: forest (allowed: logistic, softmax, linear, svm, network)'],
  ])('refuses %j', (choice, message) => {
    expect(() => describeModel(choice as ModelChoice)).toThrow(DpfairError);
    expect(() => describeModel(choice as ModelChoice)).toThrow(message);
  });

  it('makes models whose parameters are counted by hand', () => {
    expect(makeModel(describeModel({ kind: 'logistic', inputs: 104, classes: 2 })).parameterCount).toBe(105);
    const network = makeModel(describeModel({ kind: 'network', inputs: 10, classes: 3, hidden: [8, 4] }));
    expect(network.parameterCount).toBe(10 * 8 + 8 + (8 * 4 + 4) + (4 * 3 + 3));
    expect(network.blocks.map(({ name }) => name)).toEqual(['layer 1', 'layer 2', 'layer 3']);
    expect(network.convex).toBe(false);
  });
});
