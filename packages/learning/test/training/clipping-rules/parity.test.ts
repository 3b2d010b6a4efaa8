import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { clippingRule, descend, evaluate, makeModel } from '../../../src/index.js';
import { madePlan } from '../../made-plan.js';
import { madeVector } from '../../models/made-examples.js';

const parity = { rule: 'parity', bound: 1, rate: 0.4, every: 1, lossBound: 4, mostWeight: 10, lossNoise: 0 } as const;
const stream = openStream(parseSeed(1), 'test', 4);

/** Four rows of two groups, all of gradient norm 1: losses 3 and 1 in the first, 1 and 1 in the second. */
const batch = {
  squaredNorms: [Float64Array.of(1, 1, 1, 1)],
  losses: Float64Array.of(3, 1, 1, 1),
  groups: Int32Array.of(0, 0, 1, 1),
  count: 4,
};
const factorsAfter = (settings: object, steps: number) => {
  const rule = clippingRule({ ...parity, ...settings }, 1, 2);
  let inForce = rule.next(batch, stream, 4);
  for (let step = 1; step < steps; step++) inForce = rule.next(batch, stream, 4);
  return { factors: Array.from(inForce.factors(batch) as Float64Array).slice(0, 4), inForce, rule };
};

describe('Lagrangian parity', () => {
  // Means 2 and 1, 1.5 of all: both differ by 1/2, so both multipliers rise by 0.2 a look, w = 1 +- 0.2 / (1/2).
  test('weighs the group with the larger loss more, by its multiplier over its share', () => {
    expect(factorsAfter({}, 1).factors).toEqual([1, 1, 1, 1]);
    const once = factorsAfter({}, 2);
    for (const [k, weight] of [1.4, 1.4, 0.6, 0.6].entries()) expect(once.factors[k]).toBeCloseTo(weight, 14);
    expect(once.inForce.sensitivity).toBeCloseTo(1.4, 14);
    const [twice = 0] = factorsAfter({}, 3).factors;
    expect(twice).toBeCloseTo(1.8, 14);
  });

  test('looks only so often, cuts losses and weights, and clips before it weighs', () => {
    expect(factorsAfter({ every: 3 }, 3).factors).toEqual([1, 1, 1, 1]);
    expect(factorsAfter({ every: 3 }, 4).factors[0]).toBeCloseTo(1.4, 14);
    // Losses cut to 2: means 1.5 and 1, both 1/4 from that of all.
    expect(factorsAfter({ lossBound: 2 }, 2).factors[0]).toBeCloseTo(1.2, 14);
    expect(factorsAfter({ rate: 100, mostWeight: 3 }, 2).factors).toEqual([3, 3, 0, 0]);
    expect(factorsAfter({ bound: 0.5 }, 2).factors[0]).toBeCloseTo(0.7, 14);
    expect(factorsAfter({ bound: 0.5 }, 2).inForce.sensitivity).toBeCloseTo(0.7, 14);
  });

  test('leaves groups alone that the noise of their counts hides', () => {
    // Draws of two standard deviations: losses up and counts down in one group, the other way in the other.
    let place = 0;
    const draws = { ...stream, nextGaussian: () => 2 * ([1, -1, -1, 1][place++ % 4] as number) };
    const rule = clippingRule({ ...parity, lossNoise: 100 }, 1, 2);
    for (let step = 0; step < 8; step++) {
      expect(Array.from(rule.next(batch, draws, 4).factors(batch) as Float64Array).slice(0, 4)).toEqual([1, 1, 1, 1]);
    }
    // Of three and a half one group is seen, and all: its mean is told from theirs.
    let other = 0;
    const louder = { ...stream, nextGaussian: () => ([0, 3.5, 0, 3.5][other++ % 4] as number) + other / 100 };
    const heard = clippingRule({ ...parity, lossNoise: 100 }, 1, 2);
    for (let step = 0; step < 8; step++) heard.next(batch, louder, 4);
    const factors = Array.from(heard.next(batch, louder, 4).factors(batch) as Float64Array).slice(0, 4);
    expect(factors).not.toEqual([1, 1, 1, 1]);
  });

  test('tells the accountant of the losses that it looks at with noise', () => {
    expect(factorsAfter({}, 1).rule.counts).toEqual([]);
    expect(factorsAfter({ lossNoise: 6 }, 1).rule.counts).toEqual([6]);
  });

  test('descends on loss + sum of multipliers times differences of group losses, by central differences', () => {
    const plan = madePlan();
    const model = makeModel(plan.model);
    const examples = { ...plan.training, group: plan.training.group.map((_, row) => (row % 5 === 0 ? 0 : 1)) };
    const privacy = { clipping: { ...parity, bound: 1e6 }, noiseMultiplier: 0 };
    const descent = { ...plan.descent, samplingRate: 1, learningRate: 1e-7, steps: 2, privacy, repetition: 0 };
    const start = madeVector(model.parameterCount, 7, 0.3);
    let [gradient, at] = [new Float64Array(0), start];
    const tracker = {
      onStep: (step: { gradient: Float64Array; parameters: Float64Array }) => {
        [gradient, at] = [step.gradient.slice(), step.parameters.slice()];
      },
    };
    descend(model, examples, start, descent, { trackers: [tracker] });
    const lossesAt = (parameters: Float64Array) => {
      const { all, groups } = evaluate(model, parameters, examples);
      return groups.map(({ loss }) => Math.abs(loss - all.loss)).concat(all.loss);
    };
    const multipliers = lossesAt(start)
      .slice(0, 2)
      .map((violation) => 0.4 * violation);
    const lagrangian = (parameters: Float64Array) => {
      const [first = 0, second = 0, all = 0] = lossesAt(parameters);
      return all + (multipliers[0] as number) * first + (multipliers[1] as number) * second;
    };
    for (const j of [0, 3, 5]) {
      const moved = (h: number) => at.map((value, k) => (k === j ? value + h : value));
      const expected = (lagrangian(moved(1e-5)) - lagrangian(moved(-1e-5))) / 2e-5;
      expect(gradient[j]).toBeCloseTo(expected, 6);
    }
  });
});
