import { describeModel, equaliseLosses, evaluate, magnitudeMask, makeModel, minimize } from '@dpfair/learning';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { loansLike, norm, textbookLogistic } from './textbook-logistic.js';

const seed = parseSeed(3);
const examples = loansLike(600, 6, 5);
const logistic = makeModel(describeModel({ kind: 'logistic', inputs: 6, classes: 2 }));
const trained = minimize(logistic, examples, { regularization: 0 }).parameters;
const { kept } = magnitudeMask(logistic, trained, 0.5);
const start = trained.map((value, j) => (kept[j] === 1 ? value : 0));
const spread = (losses: readonly number[]) => Math.max(...losses) - Math.min(...losses);

describe('training a pruned logistic regression on to equal losses', () => {
  const { parameters, multipliers } = equaliseLosses(logistic, examples, start, kept, seed, { epochs: 1500 });
  const all = textbookLogistic(examples, parameters);
  const groups = [0, 1, 2].map((a) => textbookLogistic(examples, parameters, a));

  it('meets the conditions: every group has the loss of all rows, which it had not', () => {
    expect(spread([0, 1, 2].map((a) => textbookLogistic(examples, start, a).loss))).toBeGreaterThan(0.04);
    for (const { loss } of groups) expect(loss).toBeCloseTo(all.loss, 4);
  });

  it('ends where the gradient of the Lagrangian is 0 in every weight that stayed', () => {
    const lagrangian = all.gradient.map(
      (value, j) =>
        value +
        groups.reduce((sum, { gradient }, a) => {
          return sum + (multipliers[a] as number) * ((gradient[j] as number) - value);
        }, 0),
    );
    expect(norm(lagrangian.filter((_, j) => kept[j] === 1))).toBeLessThan(1e-3);
    expect(norm(all.gradient.filter((_, j) => kept[j] === 1))).toBeGreaterThan(0.02);
  });

  it('leaves what was pruned at 0, and what it was given as it was', () => {
    for (const [j, keep] of kept.entries()) if (keep === 0) expect(parameters[j]).toBe(0);
    expect(start).toEqual(trained.map((value, j) => (kept[j] === 1 ? value : 0)));
  });
});

it('a network trained on in batches ends with losses closer to each other, the same for the same seed', () => {
  const model = makeModel(describeModel({ kind: 'network', inputs: 6, classes: 2, hidden: [6], activation: 'tanh' }));
  const initial = model.initial(openStream(seed, 'initial', 0));
  const all = new Uint8Array(model.parameterCount).fill(1);
  const plain = equaliseLosses(model, examples, initial, all, seed, { epochs: 60, dualRate: 1e-300, penalty: 0 });
  const mask = magnitudeMask(model, plain.parameters, 0.3).kept;
  const pruned = plain.parameters.map((value, j) => (mask[j] === 1 ? value : 0));
  const options = { epochs: 100, batch: 100, learningRate: 0.02 };
  const once = equaliseLosses(model, examples, pruned, mask, seed, options).parameters;
  const lossesOf = (parameters: Float64Array) => evaluate(model, parameters, examples).groups.map(({ loss }) => loss);
  expect(spread(lossesOf(once))).toBeLessThan(spread(lossesOf(pruned)) / 2);
  expect(equaliseLosses(model, examples, pruned, mask, seed, options).parameters).toEqual(once);
});

it.each([{ epochs: 0 }, { batch: -1 }, { learningRate: Number.NaN }, { penalty: -1 }])('%o is refused', (options) => {
  expect(() => equaliseLosses(logistic, examples, start, kept, seed, options)).toThrow(/of the equalised loss/);
});
