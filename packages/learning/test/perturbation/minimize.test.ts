import { solvePositiveDefinite } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { describeModel, makeModel, minimize } from '../../src/index.js';
import { everyModel, madeExamples } from '../models/made-examples.js';

describe('the minimum', () => {
  it('of squares is what the normal equations say', () => {
    const description = describeModel({ kind: 'linear', inputs: 5, classes: 0 });
    const examples = madeExamples(description, 60);
    const lambda = 0.1;
    const row = (i: number) => [...examples.features.subarray(5 * i, 5 * i + 5), 1];
    const matrix = Array.from({ length: 6 }, (_, a) =>
      Array.from({ length: 6 }, (_, b) => {
        let sum = a === b ? lambda * 60 : 0;
        for (let i = 0; i < 60; i++) sum += (row(i)[a] as number) * (row(i)[b] as number);
        return sum;
      }),
    );
    const right = Array.from({ length: 6 }, (_, a) => {
      let sum = 0;
      for (let i = 0; i < 60; i++) sum += (row(i)[a] as number) * (examples.target[i] as number);
      return sum;
    });
    const solved = solvePositiveDefinite(matrix, right);
    const { parameters, converged } = minimize(makeModel(description), examples, { regularization: lambda });
    expect(converged).toBe(true);
    parameters.forEach((value, j) => {
      expect(value).toBeCloseTo(solved[j] as number, 10);
    });
  });

  const convex = everyModel.filter(([, description]) => makeModel(description).convex);
  it.each(convex)('of %s has no gradient, and no point near it is lower', (_name, description) => {
    const model = makeModel(description);
    const examples = madeExamples(description, 40);
    const lambda = 0.05;
    const { parameters, objective, gradientNorm } = minimize(model, examples, { regularization: lambda });
    expect(gradientNorm).toBeLessThan(1e-10);
    const pass = model.open(40);
    const rows = Int32Array.from({ length: 40 }, (_, k) => k);
    for (let j = 0; j < parameters.length; j++) {
      for (const step of [-1e-3, 1e-3]) {
        const near = parameters.slice();
        near[j] = (near[j] as number) + step;
        pass.run(near, examples, rows, 0, 40, 'forward');
        const loss = pass.losses.reduce((sum, value) => sum + value, 0) / 40;
        expect(loss + (lambda / 2) * near.reduce((sum, value) => sum + value * value, 0)).toBeGreaterThan(objective);
      }
    }
  });

  it('of data that can be separated is nowhere without regularization, and that is said', () => {
    const description = describeModel({ kind: 'logistic', inputs: 1, classes: 2 });
    const examples = {
      ...madeExamples(description, 4),
      features: Float64Array.of(-2, -1, 1, 2),
      target: Float64Array.of(0, 0, 1, 1),
    };
    const model = makeModel(description);
    const found = minimize(model, examples, { regularization: 0, mostSteps: 20 });
    expect(found.converged && found.gradientNorm > 1e-10).toBe(false);
    expect(minimize(model, examples, { regularization: 1e-3 }).converged).toBe(true);
  });
});
