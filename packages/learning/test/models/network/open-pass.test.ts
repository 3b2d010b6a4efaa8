import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { makeModel } from '../../../src/index.js';
import { along, centralDifference, dot, relativeDistance, unitVector } from '../central-difference.js';
import { allRows, everyModel, madeExamples, madeVector } from '../made-examples.js';
import { textbookLoss } from '../textbook-loss.js';

const count = 9;

describe.each(everyModel)('a pass of the model %s', (_, description) => {
  const model = makeModel(description);
  const examples = madeExamples(description, count);
  const parameters = madeVector(model.parameterCount, 2, 0.6);
  const rows = allRows(examples);

  const gradientOf = (row: number): Float64Array => {
    const pass = model.open(1);
    const into = new Float64Array(model.parameterCount);
    pass.run(parameters, examples, Int32Array.of(row), 0, 1);
    pass.addGradients(Float64Array.of(1), into);
    return into;
  };

  it('has the losses of the textbook', () => {
    const pass = model.open(count);
    pass.run(parameters, examples, rows, 0, count, 'forward');
    const expected = Array.from(rows, (row) => textbookLoss(description, parameters, examples, row));
    expect(relativeDistance(pass.losses, expected)).toBeLessThan(1e-14);
  });

  it('has the gradients of central differences of the textbook loss', () => {
    for (const row of rows) {
      const expected = Float64Array.from({ length: model.parameterCount }, (_unused, k) => {
        const direction = unitVector(model.parameterCount, k);
        const curve = (t: number) => [textbookLoss(description, along(parameters, direction, t), examples, row)];
        return centralDifference(curve, 1e-4)[0] as number;
      });
      if (dot(expected, expected) < 1e-20) expect(dot(gradientOf(row), gradientOf(row))).toBeLessThan(1e-20);
      else expect(relativeDistance(gradientOf(row), expected)).toBeLessThan(1e-8);
    }
  });

  it('adds up what a loop over single examples adds up, weighted, in any order and with repetition', () => {
    const order = Int32Array.of(99, 3, 8, 3, 0, 7, 1);
    const weights = Float64Array.of(0.5, -2, 0, 1, 3, 0.25);
    const pass = model.open(count);
    const into = new Float64Array(model.parameterCount).fill(1);
    pass.run(parameters, examples, order, 1, 6);
    pass.addGradients(weights, into);
    const expected = new Float64Array(model.parameterCount).fill(1);
    weights.forEach((weight, k) => {
      const gradient = gradientOf(order[k + 1] as number);
      gradient.forEach((value, j) => {
        expected[j] = (expected[j] as number) + weight * value;
      });
    });
    expect(relativeDistance(into, expected)).toBeLessThan(1e-14);
  });

  it('has the squared norms of the gradients by block, which no one stored', () => {
    const pass = model.open(count);
    pass.run(parameters, examples, rows, 0, count);
    for (const row of rows) {
      const gradient = gradientOf(row);
      model.blocks.forEach(({ start, length }, b) => {
        const part = gradient.subarray(start, start + length);
        expect(pass.squaredNorms[b]?.[row]).toBeCloseTo(dot(part, part), 12);
      });
    }
  });

  it('weights the blocks each by its own where it is asked to', () => {
    const pass = model.open(2);
    const into = new Float64Array(model.parameterCount);
    pass.run(parameters, examples, rows, 4, 2);
    pass.addGradients(
      model.blocks.map((_unused, b) => Float64Array.of(b + 1, -0.5)),
      into,
    );
    const [first, second] = [gradientOf(4), gradientOf(5)];
    const expected = first.map((value, k) => {
      const block = model.blocks.findIndex(({ start, length }) => k >= start && k < start + length);
      return (block + 1) * value - 0.5 * (second[k] as number);
    });
    expect(relativeDistance(into, expected)).toBeLessThan(1e-14);
  });

  it('gives an example the same bits alone and in a batch', () => {
    const pass = model.open(count);
    pass.run(parameters, examples, rows, 0, count);
    const alone = model.open(1);
    for (const row of rows) {
      alone.run(parameters, examples, rows, row, 1);
      expect(alone.losses[0]).toBe(pass.losses[row]);
      expect(alone.squaredNorms.map((norms) => norms[0])).toEqual(pass.squaredNorms.map((norms) => norms[row]));
    }
  });

  it('holds the parameters in blocks without gaps', () => {
    let place = 0;
    for (const { start, length } of model.blocks) {
      expect(start).toBe(place);
      place += length;
    }
    expect(place).toBe(model.parameterCount);
  });
});

describe('a pass', () => {
  const [, description] = everyModel[0] as (typeof everyModel)[number];
  const model = makeModel(description);
  const examples = madeExamples(description, 4);
  const parameters = new Float64Array(model.parameterCount);

  it('refuses more rows than it was opened for', () => {
    expect(() => model.open(2).run(parameters, examples, allRows(examples), 0, 3)).toThrow(
      'rows of one pass: 3 (allowed: 0 to 2, the capacity it was opened with)',
    );
  });

  it('has no gradients to add after a run forward only, or none at all', () => {
    const pass = model.open(4);
    const into = new Float64Array(model.parameterCount);
    expect(() => pass.addGradients(new Float64Array(4), into)).toThrow(DpfairError);
    pass.run(parameters, examples, allRows(examples), 0, 4);
    pass.run(parameters, examples, allRows(examples), 0, 4, 'forward');
    expect(() => pass.addGradients(new Float64Array(4), into)).toThrow(/has not run backward/);
  });

  it('refuses features that are not rows x inputs', () => {
    const wrong = { ...examples, features: new Float64Array(7) };
    expect(() => model.open(2).run(parameters, wrong, allRows(examples), 0, 1)).toThrow(
      'numbers in features: 7 (allowed: 20)',
    );
  });

  it('has no gradient to add for no rows', () => {
    const pass = model.open(4);
    const into = new Float64Array(model.parameterCount);
    pass.run(parameters, examples, allRows(examples), 0, 0);
    pass.addGradients(new Float64Array(4), into);
    expect(into).toEqual(new Float64Array(model.parameterCount));
  });
});
