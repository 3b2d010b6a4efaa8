import {
  describeModel,
  type MinimizeOptions,
  makeModel,
  minimize,
  type PruningPlan,
  pruneHere,
} from '@dpfair/learning';
import { type DpfairError, pruningMethods } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { everyModel, madeExamples, madeVector } from '../models/made-examples.js';
import { loansLike, norm, powerIteration, textbookLogistic } from './textbook-logistic.js';

const examples = loansLike(1500, 8, 5);
const description = describeModel({ kind: 'logistic', inputs: 8, classes: 2 });
const options: MinimizeOptions = { regularization: 0 };
const trained = minimize(makeModel(description), examples, options).parameters;
const plan: PruningPlan = {
  model: description,
  parameters: trained,
  training: examples,
  test: examples,
  rates: [0, 1 / 8, 2 / 8, 3 / 8, 4 / 8],
  methods: ['magnitude'],
  biases: false,
  rows: Number.POSITIVE_INFINITY,
  equalising: {},
  seed: parseSeed(1),
};

describe('a logistic regression without its one to four smallest weights', () => {
  const results = pruneHere(plan);

  it('loses for each group what the formulas say, within the bound of second order', () => {
    for (const { pruned, distance, groups, gap } of results) {
      const order = [...trained.keys()]
        .slice(0, 8)
        .sort((a, b) => Math.abs(trained[a] as number) - Math.abs(trained[b] as number));
      const left = trained.slice();
      for (const place of order.slice(0, pruned)) left[place] = 0;
      expect(distance).toBeCloseTo(norm(left.map((value, j) => value - (trained[j] as number))), 12);
      const risks = groups.map((found, a) => {
        const before = textbookLogistic(examples, trained, a);
        const risk = textbookLogistic(examples, left, a).loss - before.loss;
        expect(found.excessiveLoss).toBeCloseTo(risk, 12);
        expect(found.gradientNorm).toBeCloseTo(norm(before.gradient), 12);
        expect(found.largestEigenvalue).toBeCloseTo(powerIteration(before.hessian), 6);
        const d = distance as number;
        const bound = norm(before.gradient) * d + 0.5 * powerIteration(before.hessian) * d * d;
        expect(found.bound).toBeCloseTo(bound, 6);
        expect(risk).toBeLessThanOrEqual(bound + 1e-15);
        expect(found.certainBound).toBeGreaterThanOrEqual(bound - 1e-12);
        return risk;
      });
      expect(gap).toBeCloseTo(Math.max(...risks) - Math.min(...risks), 12);
    }
    expect(results.map(({ pruned }) => pruned)).toEqual([0, 1, 2, 3, 4]);
    expect(results[0]?.groups.map(({ excessiveLoss }) => excessiveLoss)).toEqual([0, 0, 0]);
  });

  it('costs all rows more the more is dropped, and groups unequally', () => {
    const shares = [0.6, 0.3, 0.1];
    const costs = results.map(({ groups }) =>
      groups.reduce((sum, { excessiveLoss }, a) => sum + (shares[a] as number) * (excessiveLoss as number), 0),
    );
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(results[4]?.gap).toBeGreaterThan(0.02);
  });

  it('can look at a part of the rows, which losses and bounds then share', () => {
    const [some] = pruneHere({ ...plan, rates: [0.5], rows: 300 });
    expect(some?.groups.map(({ rows }) => rows)).toEqual([180, 90, 30]);
    for (const { excessiveLoss, bound } of some?.groups ?? [])
      expect(excessiveLoss).toBeLessThanOrEqual(bound as number);
  });
});

it.each([Number.NaN, 1e308])('parameters of which nothing can be said, %s, have no bounds and no risks', (value) => {
  const model = describeModel({ kind: 'network', inputs: 8, classes: 2, hidden: [4], activation: 'relu' });
  const parameters = new Float64Array(makeModel(model).parameterCount).fill(value);
  for (const { groups, gap } of pruneHere({ ...plan, model, parameters, rates: [0.5] })) {
    expect(gap).toBeNull();
    for (const group of groups)
      expect(group).toMatchObject({ bound: null, excessiveLoss: null, largestEigenvalue: null, gradientNorm: null });
  }
});

describe('the two bounds', () => {
  it('differ in the third order: where probabilities are saturated only the certain one holds', () => {
    // One feature of 1, all of class 1, weight 8, bias 0: loss log(1 + exp(-8)), and log 2 without the weight.
    const ones = {
      ...loansLike(10, 1, 1),
      features: new Float64Array(10).fill(1),
      target: new Float64Array(10).fill(1),
    };
    const [result] = pruneHere({
      ...plan,
      model: describeModel({ kind: 'logistic', inputs: 1, classes: 2 }),
      parameters: Float64Array.of(8, 0),
      training: ones,
      test: ones,
      rates: [1],
    });
    const group = result?.groups[0];
    const p = 1 / (1 + Math.exp(-8));
    expect(group?.excessiveLoss).toBeCloseTo(Math.log(2) - Math.log1p(Math.exp(-8)), 12);
    expect(group?.bound).toBeCloseTo((1 - p) * Math.SQRT2 * 8 + 0.5 * p * (1 - p) * 2 * 64, 9);
    expect(group?.certainBound).toBeCloseTo((1 - p) * Math.SQRT2 * 8 + 0.5 * 0.25 * 2 * 64, 9);
    expect(group?.excessiveLoss).toBeGreaterThan(10 * (group?.bound as number));
    expect(group?.excessiveLoss).toBeLessThan(group?.certainBound as number);
  });

  it.each(everyModel)(
    'the certain one holds however much is pruned, and is not claimed for networks: %s',
    (_, model) => {
      const made = madeExamples(model, 40, 3);
      for (let seed = 0; seed < 10; seed++) {
        const parameters = madeVector(makeModel(model).parameterCount, seed, 2);
        const results = pruneHere({
          ...plan,
          model,
          parameters,
          training: made,
          test: made,
          rates: [0.2, 0.6, 1],
          biases: true,
        });
        for (const { excessiveLoss, certainBound } of results.flatMap(({ groups }) => groups)) {
          if (model.kind === 'network') expect(certainBound).toBeNull();
          else expect(excessiveLoss).toBeLessThanOrEqual((certainBound as number) + 1e-12);
        }
      }
    },
  );
});

describe('a plan of pruning', () => {
  it('says which way keeps privacy, and gives null for a group without rows', () => {
    const withEmpty = { ...examples, groupNames: ['a', 'b', 'c', 'nobody'] };
    const results = pruneHere({
      ...plan,
      training: withEmpty,
      test: withEmpty,
      rates: [0.5],
      methods: pruningMethods,
      equalising: { epochs: 3 },
    });
    expect(results.map(({ method, keepsPrivacy }) => [method, keepsPrivacy])).toEqual([
      ['magnitude', true],
      ['equalised-loss', false],
    ]);
    for (const { groups, gap } of results) {
      expect(groups[3]).toEqual({
        group: 'nobody',
        rows: 0,
        loss: null,
        excessiveLoss: null,
        bound: null,
        certainBound: null,
        accuracy: null,
        gradientNorm: null,
        largestEigenvalue: null,
      });
      expect(gap).toBeGreaterThan(0);
    }
  });

  it('refuses a rate that is no fraction', () => {
    const fault = (): DpfairError | undefined => {
      try {
        pruneHere({ ...plan, rates: [1.5] });
      } catch (error) {
        return error as DpfairError;
      }
      return undefined;
    };
    expect(fault()?.message).toMatch(/pruning rate: 1\.5 \(allowed: 0 to 1/);
  });
});
