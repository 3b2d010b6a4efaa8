import type { Examples } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { type Model, makeModel } from '../../../src/index.js';
import { type Penalty, penaltyReleases } from '../../../src/training/penalties/penalty.js';
import { penaltyGradient } from '../../../src/training/penalties/penalty-gradient.js';
import { allRows, everyModel, madeExamples, madeVector } from '../../models/made-examples.js';

const stream = () => openStream(parseSeed(1), 'test', 2);
const inner = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);

/** The penalties by their definition, from the gradients of single rows. */
function penaltyByDefinition(
  model: Model,
  examples: Examples,
  at: Float64Array,
  bound: number,
  [first, second]: readonly [number, number],
) {
  const pass = model.open(1);
  const rows = Array.from({ length: examples.rows }, (_, row) => {
    const gradient = new Float64Array(model.parameterCount);
    pass.run(at, examples, Int32Array.of(row), 0, 1);
    pass.addGradients(Float64Array.of(1), gradient);
    const [p = 0] = pass.outputs;
    const squares = model.description.loss === 'logistic' ? p ** 2 + (1 - p) ** 2 : inner(pass.outputs, pass.outputs);
    return { group: examples.group[row], gradient, boundary: 1 - squares };
  });
  const mean = (of: typeof rows, factor: (norm: number) => number = () => 1) => {
    const sum = new Float64Array(model.parameterCount);
    for (const { gradient } of of) {
      const scale = factor(Math.sqrt(inner(gradient, gradient))) / of.length;
      for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + scale * (gradient[j] as number);
    }
    return sum;
  };
  const boundaryOf = (of: typeof rows) => of.reduce((sum, { boundary }) => sum + boundary, 0) / of.length;
  const all = mean(rows);
  const clipped = mean(rows, (norm) => Math.min(1, bound / norm));
  const lost = all.map((value, j) => value - (clipped[j] as number));
  return examples.groupNames.reduce((sum, _, a) => {
    const own = rows.filter(({ group }) => group === a);
    const apart = mean(own).map((value, j) => value - (all[j] as number));
    return sum + first * Math.abs(inner(apart, lost)) + second * Math.abs(boundaryOf(own) - boundaryOf(rows));
  }, 0);
}

const models = everyModel.filter(([name]) =>
  ['logistic', 'softmax of 3', 'tanh network 7, 2 classes', 'tanh network 7-6, 3 classes'].includes(name),
);

describe('the gradient of the penalties', () => {
  test.each(models)('is that of their definition, by central differences: %s', (_name, description) => {
    const model = makeModel(description);
    const examples = madeExamples(description, 30);
    const at = madeVector(model.parameterCount, 5, 0.4);
    const bound = 1.2;
    for (const weights of [
      [1, 0],
      [0, 1],
      [0.7, 0.3],
    ] as const) {
      const penalty: Penalty = { clippingWeight: weights[0], boundaryWeight: weights[1], noise: null };
      const found = new Float64Array(model.parameterCount);
      const step = {
        parameters: at,
        batch: allRows(examples),
        released: found.slice(),
        normaliser: 1,
        stream: stream(),
        noisy: true,
      };
      penaltyGradient(model, examples, penalty, bound)(step, found);
      const direction = madeVector(model.parameterCount, 6);
      const along = (h: number) =>
        penaltyByDefinition(
          model,
          examples,
          at.map((value, j) => value + h * (direction[j] as number)),
          bound,
          weights,
        );
      const h = 1e-5;
      const expected = (along(h) - along(-h)) / (2 * h);
      expect(Math.abs(expected)).toBeGreaterThan(1e-4);
      expect(Math.abs(inner(found, direction) - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
    }
  });

  const [, description] = everyModel[0] as (typeof everyModel)[number];
  const model = makeModel(description);
  const examples = madeExamples(description, 40);
  const at = madeVector(model.parameterCount, 5, 0.4);
  const added = (noise: Penalty['noise'], noisy: boolean, released: Float64Array) => {
    const into = new Float64Array(model.parameterCount);
    const step = { parameters: at, batch: allRows(examples), released, normaliser: 40, stream: stream(), noisy };
    penaltyGradient(model, examples, { clippingWeight: 1, boundaryWeight: 1, noise }, 0.6)(step, into);
    return into;
  };
  const clippedMean = () => {
    const sum = new Float64Array(model.parameterCount);
    const pass = model.open(40);
    pass.run(at, examples, allRows(examples), 0, 40);
    const [norms = new Float64Array()] = pass.squaredNorms;
    pass.addGradients(
      norms.map((square) => Math.min(1, 0.6 / Math.sqrt(square)) / 40),
      sum,
    );
    return sum;
  };

  test('reads the means of groups in one pass over the batch, not row by row', () => {
    let runs = 0;
    const counted: Model = {
      ...model,
      open: (capacity) => {
        const pass = model.open(capacity);
        return {
          ...pass,
          run: (...given) => {
            runs++;
            pass.run(...given);
          },
        };
      },
    };
    const zeros = new Float64Array(model.parameterCount);
    const step = {
      parameters: at,
      batch: allRows(examples),
      released: zeros,
      normaliser: 40,
      stream: stream(),
      noisy: true,
    };
    penaltyGradient(counted, examples, { clippingWeight: 1, boundaryWeight: 0, noise: null }, 0.6)(step, zeros.slice());
    expect(runs).toBeLessThanOrEqual(1 + 40);
  });

  test('computed privately is the exact one where nothing is cut and there is no noise', () => {
    const loose = { multiplier: 3, gradientBound: 1e6, penaltyBound: 1e6 };
    const exact = added(null, true, new Float64Array(model.parameterCount));
    const quiet = added(loose, false, clippedMean());
    expect(exact.some((value) => Math.abs(value) > 1e-3)).toBe(true);
    for (const [j, value] of quiet.entries()) expect(value).toBeCloseTo(exact[j] as number, 12);
    expect(added(loose, true, clippedMean())).not.toEqual(quiet);
  });

  test('computed privately is no longer than what rows are cut to', () => {
    const cut = added({ multiplier: 3, gradientBound: 1e6, penaltyBound: 1e-4 }, false, clippedMean());
    const length = Math.sqrt(inner(cut, cut));
    expect(length).toBeLessThanOrEqual(1e-4);
    expect(length).toBeGreaterThan(1e-5);
  });

  test('releases nothing without noise, and group gradients only where clipping has weight', () => {
    const noise = { multiplier: 3, gradientBound: 1, penaltyBound: 1 };
    expect(penaltyReleases({ clippingWeight: 1, boundaryWeight: 1, noise: null })).toEqual([]);
    expect(penaltyReleases({ clippingWeight: 1, boundaryWeight: 0, noise })).toEqual([3, 3, 3]);
    expect(penaltyReleases({ clippingWeight: 0, boundaryWeight: 1, noise })).toEqual([3, 3]);
  });
});
