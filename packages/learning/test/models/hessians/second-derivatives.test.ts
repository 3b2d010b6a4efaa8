import { describe, expect, it } from 'vitest';
import { makeModel } from '../../../src/index.js';
import { along, centralDifference, dot, relativeDistance, unitVector } from '../central-difference.js';
import { allRows, everyModel, madeExamples, madeVector } from '../made-examples.js';

const count = 6;

describe.each(everyModel)('the second derivatives of the model %s', (_, description) => {
  const model = makeModel(description);
  const size = model.parameterCount;
  const examples = madeExamples(description, count);
  const parameters = madeVector(size, 2, 0.6);
  const direction = madeVector(size, 5, 0.3);
  const rows = allRows(examples);

  const gradient = (at: Float64Array, batch: Int32Array, weights: Float64Array): Float64Array => {
    const pass = model.open(batch.length);
    const into = new Float64Array(size);
    pass.run(at, examples, batch, 0, batch.length);
    pass.addGradients(weights, into);
    return into;
  };
  const times = (vector: Float64Array, batch: Int32Array, weights: Float64Array): Float64Array => {
    const into = new Float64Array(size);
    model.addHessianVector(parameters, examples, batch, weights, vector, into);
    return into;
  };

  it('are the central differences of the gradients, along a direction', () => {
    const batch = Int32Array.of(4, 1, 5, 5);
    const weights = Float64Array.of(0.5, 2, -0.25, 1);
    const expected = centralDifference((t) => gradient(along(parameters, direction, t), batch, weights), 1e-4);
    expect(relativeDistance(times(direction, batch, weights), expected)).toBeLessThan(1e-8);
  });

  it('add to what is there', () => {
    const into = new Float64Array(size).fill(2);
    model.addHessianVector(parameters, examples, rows, new Float64Array(count).fill(1), direction, into);
    const alone = times(direction, rows, new Float64Array(count).fill(1));
    expect(
      relativeDistance(
        into,
        alone.map((value) => value + 2),
      ),
    ).toBeLessThan(1e-14);
  });

  it('are symmetric', () => {
    const other = madeVector(size, 6);
    const weights = madeVector(count, 7);
    const [there, back] = [dot(other, times(direction, rows, weights)), dot(direction, times(other, rows, weights))];
    expect(Math.abs(there - back)).toBeLessThan(1e-13 * Math.sqrt(dot(other, other) * dot(direction, direction)));
  });

  it('give each example the curvature that central differences of its slope give', () => {
    const out = new Float64Array(count);
    model.curvatures(parameters, examples, rows, direction, out);
    for (const row of rows) {
      const slope = (t: number) => [
        dot(direction, gradient(along(parameters, direction, t), Int32Array.of(row), Float64Array.of(1))),
      ];
      expect(out[row]).toBeCloseTo(centralDifference(slope, 1e-4)[0] as number, 9);
    }
  });

  it('give along several directions what they give along each', () => {
    const vectors = [direction, madeVector(size, 11), madeVector(size, 12)];
    const outs = vectors.map(() => new Float64Array(count));
    model.curvaturesAlong(parameters, examples, rows, vectors, outs);
    vectors.forEach((vector, d) => {
      const alone = new Float64Array(count);
      model.curvatures(parameters, examples, rows, vector, alone);
      expect(outs[d]).toEqual(alone);
    });
  });

  it('give a row the same curvature in any place among many', () => {
    const many = Int32Array.from({ length: 131 }, (_, k) => (5 * k + 1) % count);
    const ofMany = new Float64Array(many.length);
    const ofEach = new Float64Array(count);
    model.curvatures(parameters, examples, many, direction, ofMany);
    model.curvatures(parameters, examples, rows, direction, ofEach);
    expect(ofMany).toEqual(Float64Array.from(many, (row) => ofEach[row] as number));
  });

  it('have the traces of the dense Hessians, by central differences', () => {
    const out = new Float64Array(count);
    model.traces(parameters, examples, rows, out);
    for (const row of rows) {
      let trace = 0;
      for (let k = 0; k < size; k++) {
        const unit = unitVector(size, k);
        const slope = (t: number) => [
          gradient(along(parameters, unit, t), Int32Array.of(row), Float64Array.of(1))[k] as number,
        ];
        trace += centralDifference(slope, 1e-4)[0] as number;
      }
      expect(Math.abs((out[row] as number) - trace)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(trace)));
    }
  });

  it('are finite where scores are in the hundreds', () => {
    const large = parameters.map((value) => 800 * value);
    const into = new Float64Array(size);
    model.addHessianVector(large, examples, rows, new Float64Array(count).fill(1), direction, into);
    const curvatures = new Float64Array(count);
    model.curvatures(large, examples, rows, direction, curvatures);
    const traces = new Float64Array(count);
    model.traces(large, examples, rows, traces);
    const pass = model.open(count);
    pass.run(large, examples, rows, 0, count);
    pass.addGradients(new Float64Array(count).fill(1), into);
    expect([...into, ...curvatures, ...traces, ...pass.losses, ...pass.outputs].every(Number.isFinite)).toBe(true);
  });
});

describe('traces in closed form', () => {
  const squareWithBias = (features: Float64Array) => dot(features, features) + 1;

  it.each(['logistic', 'softmax of 3', 'linear'])('of the model %s: |x|^2 + 1 times that of the outputs', (name) => {
    const description = everyModel.find(([title]) => title === name)?.[1];
    if (description === undefined) throw new Error(name);
    const model = makeModel(description);
    const examples = madeExamples(description, count);
    const parameters = madeVector(model.parameterCount, 8);
    const pass = model.open(count);
    pass.run(parameters, examples, allRows(examples), 0, count, 'forward');
    const out = new Float64Array(count);
    model.traces(parameters, examples, allRows(examples), out);
    for (let row = 0; row < count; row++) {
      const outputs = pass.outputs.subarray(row * description.outputs, (row + 1) * description.outputs);
      const p = outputs[0] as number;
      const ofOutputs = { logistic: p * (1 - p), linear: 1 }[name] ?? 1 - dot(outputs, outputs);
      const features = examples.features.subarray(row * description.inputs, (row + 1) * description.inputs);
      expect(out[row]).toBeCloseTo(squareWithBias(features) * ofOutputs, 13);
    }
  });
});
