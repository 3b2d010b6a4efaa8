import { openStream, parseSeed, solvePositiveDefinite } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { denseHessian, describeModel, largestHessianEigenvalue, makeModel } from '../../../src/index.js';
import { dot, relativeDistance, unitVector } from '../central-difference.js';
import { allRows, everyModel, madeExamples, madeVector } from '../made-examples.js';

const count = 7;

describe.each(everyModel)('the dense Hessian of the model %s', (_, description) => {
  const model = makeModel(description);
  const size = model.parameterCount;
  const examples = madeExamples(description, count);
  const parameters = madeVector(size, 2, 0.6);
  const weights = Float64Array.of(1, 0.5, 0, 2, 1, 3);
  const rows = Int32Array.of(5, 1, 2, 6, 3, 3);
  const hessian = denseHessian(model, parameters, examples, rows, weights);

  it('times a vector is the product that needs no matrix', () => {
    const vector = madeVector(size, 4);
    const product = vector.map((_unused, k) => dot(hessian.subarray(k * size, (k + 1) * size), vector));
    const expected = new Float64Array(size);
    model.addHessianVector(parameters, examples, rows, weights, vector, expected);
    expect(relativeDistance(product, expected)).toBeLessThan(1e-13);
  });

  it('has the weighted traces of the examples as its trace', () => {
    const traces = new Float64Array(rows.length);
    model.traces(parameters, examples, rows, traces);
    const trace = Array.from({ length: size }, (_unused, k) => hessian[k * size + k] as number);
    expect(dot(trace, new Float64Array(size).fill(1))).toBeCloseTo(dot(traces, weights), 10);
  });

  it('has the largest eigenvalue that is found without it', () => {
    const stream = openStream(parseSeed(3), 'test', 2);
    const found = largestHessianEigenvalue(model, parameters, examples, rows, weights, stream);
    const shifted = (by: number) =>
      Array.from({ length: size }, (_unused, i) =>
        Array.from(hessian.subarray(i * size, (i + 1) * size), (value, j) => (i === j ? by : 0) - value),
      );
    const zeros = new Array<number>(size).fill(0);
    // value - H is positive definite exactly for what lies above every eigenvalue.
    const margin = 1e-6 * Math.max(1, Math.abs(found.value));
    expect(() => solvePositiveDefinite(shifted(found.value + margin), zeros)).not.toThrow();
    expect(() => solvePositiveDefinite(shifted(found.value - margin), zeros)).toThrow();
  });
});

describe('a step of Newton', () => {
  it('with the dense Hessian of least squares ends where the gradient is zero', () => {
    const description = describeModel({ kind: 'linear', inputs: 3, classes: 0 });
    const model = makeModel(description);
    const examples = madeExamples(description, 12);
    const rows = allRows(examples);
    const ones = new Float64Array(12).fill(1);
    const size = model.parameterCount;
    const gradientAt = (parameters: Float64Array) => {
      const pass = model.open(12);
      const into = new Float64Array(size);
      pass.run(parameters, examples, rows, 0, 12);
      pass.addGradients(ones, into);
      return into;
    };
    const origin = new Float64Array(size);
    const hessian = denseHessian(model, origin, examples, rows, ones);
    const matrix = Array.from(unitVector(size, 0), (_, k) => [...hessian.subarray(k * size, (k + 1) * size)]);
    const step = solvePositiveDefinite(matrix, [...gradientAt(origin)]);
    const end = gradientAt(Float64Array.from(step, (value) => -value));
    expect(Math.sqrt(dot(end, end))).toBeLessThan(1e-12);
  });
});
