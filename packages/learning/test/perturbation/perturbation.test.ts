import type { Examples } from '@dpfair/result';
import { addValue, emptyMoments, openStream, parseSeed, variance } from '@dpfair/stats';
import { meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import {
  describeModel,
  evaluate,
  exactRisk,
  makeModel,
  minimize,
  objectivePerturbation,
  outputPerturbation,
  type PerturbationPlan,
  perturbHere,
  soundReleases,
  summarizePerturbation,
} from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';

const description = describeModel({ kind: 'logistic', inputs: 3, classes: 2 });
const model = makeModel(description);
const options = { epsilon: 1, delta: 1e-6, regularization: 0.05, neighbours: 'add-remove' } as const;

/** Rows of norm at most 1; those of the second group are longer. */
function inUnitBall(rows: number, seed: number): Examples {
  const made = madeExamples(description, rows, seed);
  const stream = openStream(parseSeed(seed), 'test', 5);
  const features = new Float64Array(3 * rows);
  for (let row = 0; row < rows; row++) {
    const draws = [stream.nextGaussian(), stream.nextGaussian(), stream.nextGaussian()];
    const length = (made.group[row] === 1 ? 1 : 0.3) / Math.hypot(...draws);
    draws.forEach((draw, j) => {
      features[3 * row + j] = draw * length;
    });
  }
  const target = Float64Array.from({ length: rows }, (_, row) =>
    stream.nextUniform() < 1 / (1 + Math.exp(-4 * (features[3 * row] as number))) ? 1 : 0,
  );
  return { ...made, features, target };
}

const planFor = (examples: Examples, deviation: number, repetitions: number): PerturbationPlan => ({
  algorithm: 'output-perturbation',
  model: description,
  training: examples,
  test: examples,
  minimum: minimize(model, examples, { regularization: 0.05 }).parameters,
  deviation,
  regularization: 0.05,
  seed: parseSeed(4),
  repetitions,
});

describe('output perturbation', () => {
  it('no minimum moves further than the sensitivity when a row is replaced, or added to a sum over the same n', () => {
    const examples = inUnitBall(40, 2);
    const others = inUnitBall(40, 3);
    const here = minimize(model, examples, { regularization: 0.05 }).parameters;
    for (const neighbours of ['replace', 'add-remove'] as const) {
      const { sensitivity } = outputPerturbation(model, examples, { ...options, neighbours });
      let furthest = 0;
      for (let row = 0; row < 20; row++) {
        const features = examples.features.slice();
        const target = examples.target.slice();
        features.set(others.features.subarray(3 * row, 3 * row + 3), 3 * row);
        target[row] = 1 - (examples.target[row] as number);
        // Removing a row leaves a sum over 39 rows that is divided by 40: 39/40 of the mean loss of the others.
        const there =
          neighbours === 'replace'
            ? minimize(model, { ...examples, features, target }, { regularization: 0.05 })
            : minimize(model, withoutRow(examples, row), { regularization: (0.05 * 40) / 39 });
        furthest = Math.max(furthest, distance(here, there.parameters));
      }
      expect(furthest).toBeLessThanOrEqual(sensitivity);
      expect(furthest).toBeGreaterThan(sensitivity / 10);
    }
  });

  it('Theorem 1 is near for little noise, and the group with longer rows bears more', () => {
    const examples = inUnitBall(400, 7);
    const plan = planFor(examples, 0.02, 1);
    const { groups, gap, method } = summarizePerturbation(plan, perturbHere(plan), 0.95);
    expect(method).toBe('exact');
    for (const { excessiveRisk, approximation } of groups) {
      expect(Math.abs((approximation as number) / (excessiveRisk.estimate as number) - 1)).toBeLessThan(0.005);
    }
    expect(gap.most).toBe('odd');
  });

  it.each(['output-perturbation', 'objective-perturbation'] as const)(
    '%s says of each group how long its inputs and gradients, how curved and how undecided its rows are, at the minimum',
    (algorithm) => {
      const examples = inUnitBall(80, 7);
      const plan = { ...planFor(examples, 0.3, 1), algorithm };
      const { groups } = summarizePerturbation(plan, perturbHere(plan), 0.95);
      groups.forEach((group, a) => {
        // Rows of a group are all of one length: s = |x|^2 + 1 with the constant, gradient |p - y| sqrt(s), trace p (1 - p) s.
        const length = a === 1 ? 1 : 0.3;
        const scores = Array.from({ length: 80 }, (_, row) => row)
          .filter((row) => examples.group[row] === a)
          .map((row) => {
            const score = [0, 1, 2].reduce(
              (sum, j) => sum + (plan.minimum[j] as number) * (examples.features[3 * row + j] as number),
              plan.minimum[3] as number,
            );
            return { p: 1 / (1 + Math.exp(-score)), y: examples.target[row] as number };
          });
        const meanOf = (of: (one: { p: number; y: number }) => number) =>
          scores.reduce((sum, one) => sum + of(one), 0) / scores.length;
        expect(group.inputNorm).toBeCloseTo(length, 12);
        expect(group.gradientNorm).toBeCloseTo(meanOf(({ p, y }) => Math.abs(p - y)) * Math.hypot(length, 1), 12);
        expect(group.hessianTrace).toBeCloseTo(meanOf(({ p }) => p * (1 - p)) * (length ** 2 + 1), 12);
        expect(group.boundary).toBeCloseTo(
          meanOf(({ p }) => 2 * p * (1 - p)),
          12,
        );
      });
    },
  );

  const examples = inUnitBall(60, 7);
  const { parameters } = minimize(model, examples, { regularization: 0.05 });
  statisticalTest({
    id: 'learning/exact-excessive-risk',
    subject: (deviation: number) => mean(exactRisk(model, examples, parameters, deviation).risks),
    mutants: {
      'variance 15 % too large': (deviation) =>
        mean(exactRisk(model, examples, parameters, deviation * Math.sqrt(1.15)).risks),
      'noise of the bias left out': (deviation) =>
        mean(exactRisk(model, examples, parameters, deviation * Math.sqrt(0.65 / 1.65)).risks),
    },
    check: (risk, seed, falseAlarm) => {
      const plan = { ...planFor(examples, 0.8, 6_000), seed: parseSeed(seed) };
      const before = meanLoss(parameters, examples);
      const draws = perturbHere(plan).map((release) => release.training.all.loss - before);
      // The variance has no closed form: that of 6,000 draws is within a few percent, which the widening for skewness covers.
      const moments = draws.reduce(addValue, emptyMoments);
      return meanCheck(draws, { mean: risk(0.8), variance: variance(moments), skewness: 2, falseAlarm });
    },
  });

  it('of squares: Theorem 1 is exact, its trace is the mean squared norm with the bias, and equal norms leave no gap', () => {
    const linear = describeModel({ kind: 'linear', inputs: 3, classes: 0 });
    const examples = { ...inUnitBall(50, 9), classNames: [] };
    const regression = makeModel(linear);
    const { parameters } = minimize(regression, examples, { regularization: 0.05 });
    const { risks, approximation } = exactRisk(regression, examples, parameters, 0.3);
    risks.forEach((risk, row) => {
      const square = (examples.group[row] === 1 ? 1 : 0.09) + 1;
      expect(risk).toBeCloseTo(0.5 * 0.09 * square, 12);
      expect(approximation[row]).toBeCloseTo(0.5 * 0.09 * square, 12);
    });
  });

  it('rows beyond the unit ball, losses without bounded slope, and no regularization are refused', () => {
    const examples = inUnitBall(10, 1);
    const long = { ...examples, features: examples.features.map((value) => 5 * value) };
    expect(() => outputPerturbation(model, long, options)).toThrow(/largest norm of the features.*unit ball/);
    expect(() => outputPerturbation(model, examples, { ...options, regularization: 0 })).toThrow(/above 0/);
    const linear = makeModel(describeModel({ kind: 'linear', inputs: 3, classes: 0 }));
    expect(() => outputPerturbation(linear, examples, options)).toThrow(/bounded slope/);
    const network = makeModel(
      describeModel({ kind: 'network', inputs: 3, classes: 2, hidden: [4], activation: 'tanh' }),
    );
    expect(() => outputPerturbation(network, examples, options)).toThrow(/convex/);
  });
});

describe('objective perturbation', () => {
  it('has the noise and the regularization of its theorem', () => {
    const examples = inUnitBall(100, 1);
    const { deviation, regularization } = objectivePerturbation(model, examples, {
      epsilon: 2,
      delta: 1e-6,
      regularization: 0,
    });
    expect(deviation ** 2).toBeCloseTo((2 * (8 * Math.log(2e6) + 8)) / 4, 10);
    // Twice the smoothness 2 / 4 over epsilon n.
    expect(regularization).toBeCloseTo(1 / 200, 14);
  });

  it('costs every group something, and less with more rows', () => {
    const risk = (rows: number) => {
      const examples = inUnitBall(rows, 5);
      const { deviation, regularization } = objectivePerturbation(model, examples, options);
      const plan = {
        ...planFor(examples, deviation, 10),
        algorithm: 'objective-perturbation',
        regularization,
      } as const;
      return summarizePerturbation(plan, perturbHere(plan), 0.95).population.excessiveRisk.estimate as number;
    };
    const few = risk(200);
    expect(few).toBeGreaterThan(0);
    expect(risk(2_000)).toBeLessThan(few / 10);
  });
});

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanLoss = (at: Float64Array, of: Examples) => evaluate(model, at, of).all.loss;

function withoutRow(examples: Examples, row: number): Examples {
  const kept = Int32Array.from({ length: examples.rows }, (_, k) => k).filter((k) => k !== row);
  return {
    ...examples,
    rows: examples.rows - 1,
    features: examples.features.filter((_, k) => Math.floor(k / 3) !== row),
    target: Float64Array.from(kept, (k) => examples.target[k] as number),
    group: Int32Array.from(kept, (k) => examples.group[k] as number),
  };
}

const distance = (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((value, j) => value - (b[j] as number)));

describe('minima that were not reached', () => {
  it('are counted as diverged and left out', () => {
    const examples = inUnitBall(50, 3);
    const plan = planFor(examples, 0.1, 3);
    const releases = perturbHere(plan).map((release, k) => ({ ...release, converged: k > 0 }));
    const { repetitions, diverged } = summarizePerturbation(plan, releases, 0.95);
    expect({ repetitions, diverged }).toEqual({ repetitions: 2, diverged: { repetitions: 1, firstStep: null } });
    expect(soundReleases(releases)).toEqual(releases.slice(1));
    const [, second] = releases;
    if (second === undefined) throw new Error('no release');
    const infinite = { ...second, parameters: second.parameters.map(() => Number.POSITIVE_INFINITY) };
    expect(soundReleases([infinite])).toEqual([]);
  });

  it('leave no number where all are', () => {
    const plan = { ...planFor(inUnitBall(50, 3), 0.1, 2), algorithm: 'objective-perturbation' as const };
    const releases = perturbHere(plan).map((release) => ({ ...release, converged: false }));
    const { gap, population } = summarizePerturbation(plan, releases, 0.95);
    expect(gap).toMatchObject({ estimate: null, reason: 'every training diverged' });
    expect(population.excessiveRisk.estimate).toBeNull();
  });
});
