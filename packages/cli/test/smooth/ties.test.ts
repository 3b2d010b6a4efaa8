import { describeModel, makeModel, type TrainedModel } from '@dpfair/learning';
import { expect, it } from 'vitest';
import { openTrained } from '../../src/smooth/models/open-trained.js';

const point = Float64Array.of(3, -1);

it.each([
  ['logistic', []],
  ['svm', []],
  ['logistic', [3]],
] as const)('a %s model with hidden units %j names the first of two equally probable classes', async (kind, hidden) => {
  const description = describeModel({ kind: hidden.length > 0 ? 'network' : kind, inputs: 2, classes: 2, hidden });
  const parameters = new Array<number>(makeModel(description).parameterCount).fill(0);
  const model = { description, parameters } as unknown as TrainedModel;
  expect(Array.from(await openTrained(model).label(point, 1))).toEqual([0]);
});
