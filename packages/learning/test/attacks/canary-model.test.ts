import { makeModel } from '@dpfair/learning';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { withCanary } from '../../src/attacks/canary-model.js';
import { flatRule } from '../../src/training/clipping-rules/flat.js';
import { perLayerRule } from '../../src/training/clipping-rules/per-layer.js';
import { everyModel, madeExamples, madeVector } from '../models/made-examples.js';

const [row, length] = [3, 50];
const rows = Int32Array.of(1, 3, 5);
const stream = openStream(parseSeed(1), 'test', 0);

describe.each(everyModel)('a canary in %s', (_, description) => {
  const model = makeModel(description);
  const examples = madeExamples(description, 8);
  const parameters = madeVector(model.parameterCount, 1);
  const parameter = model.parameterCount - 2;
  const sum = (
    of: typeof model,
    weights: (norms: readonly Float64Array[]) => Float64Array | readonly Float64Array[],
    taken = rows,
  ) => {
    const pass = of.open(8);
    pass.run(parameters, examples, taken, 0, taken.length);
    const into = new Float64Array(model.parameterCount);
    pass.addGradients(weights(pass.squaredNorms), into);
    return into;
  };
  const clipped = (rule: ReturnType<typeof flatRule>) => (squaredNorms: readonly Float64Array[]) => {
    const norms = { squaredNorms, losses: new Float64Array(3), groups: new Int32Array(3), count: rows.length };
    return rule.next(norms, stream, 1).factors(norms);
  };
  const without = Int32Array.of(1, 5);
  const canary = withCanary(model, { row, parameter, length });

  it('has its made-up gradient and no other, beside those of the model', () => {
    const base = sum(model, () => Float64Array.of(1, 1), without);
    const found = sum(canary, () => Float64Array.of(1, 0.5, 1));
    for (let j = 0; j < base.length; j++) {
      expect(found[j]).toBeCloseTo((base[j] as number) + (j === parameter ? 0.5 * length : 0), 10);
    }
  });

  it('is clipped by its length, flat or by layers', () => {
    const alone = Int32Array.of(row);
    const one = (rule: ReturnType<typeof flatRule>) => sum(canary, clipped(rule), alone)[parameter];
    expect(one(flatRule(2))).toBeCloseTo(2, 12);
    expect(one(perLayerRule(2, model.blocks.length))).toBeCloseTo(2 / Math.sqrt(model.blocks.length), 12);
  });

  it('of length 0 adds nothing, and leaves the weights that it was given as they were', () => {
    const weights = Float64Array.of(1, 7, 1);
    const found = sum(withCanary(model, { row, parameter, length: 0 }), () => weights);
    expect(found).toEqual(sum(model, () => Float64Array.of(1, 0, 1)));
    expect([...weights]).toEqual([1, 7, 1]);
  });
});
