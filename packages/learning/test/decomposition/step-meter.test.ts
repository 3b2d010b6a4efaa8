import { describe, expect, it } from 'vitest';
import {
  denseHessian,
  describeModel,
  makeModel,
  openStepMeter,
  type StepMoments,
  splitStep,
  trackedRows,
} from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';
import { gradientsOf, groupLosses, innerOf, meanOf, type PrivateStep, someParameters, stepOf } from './private-step.js';

const kinds = [
  ['logistic', describeModel({ kind: 'logistic', inputs: 3, classes: 2 })],
  ['softmax', describeModel({ kind: 'softmax', inputs: 3, classes: 3 })],
  ['tanh network', describeModel({ kind: 'network', inputs: 3, classes: 2, hidden: [3], activation: 'tanh' })],
] as const;

const caseOf = (description: PrivateStep['description'], samplingRate: number, bound = 0.4): PrivateStep => ({
  description,
  examples: madeExamples(description, 10, 3),
  samplingRate,
  bound,
  deviation: 0.2,
  learningRate: 0.1,
});

function measured(about: PrivateStep, batchProbes = 2, regularization = 0) {
  const rows = trackedRows(about.examples, Number.POSITIVE_INFINITY, { low: 1, high: 0 });
  const options = { seed: { low: 9, high: 0 }, batchProbes, regularization };
  return openStepMeter(makeModel(about.description), about.examples, rows, options)(stepOf(about));
}

/** v' H v of the mean loss of the rows of a group, from a matrix written out. */
function curvatureOf({ description, examples }: PrivateStep, group: number) {
  const model = makeModel(description);
  const rows = Int32Array.from(Array.from(examples.group.keys()).filter((row) => examples.group[row] === group));
  const size = model.parameterCount;
  const weights = new Float64Array(rows.length).fill(1 / rows.length);
  const hessian = denseHessian(model, someParameters(size), examples, rows, weights);
  return (v: Float64Array) =>
    v.reduce((sum, x, j) => sum + x * innerOf(hessian.subarray(j * size, (j + 1) * size), v), 0);
}

describe('the meter of a step', () => {
  it.each(kinds)(
    '%s: expected curvature over Poisson batches is that of all 1,024 batches',
    (_, description) => {
      const about = caseOf(description, 0.4);
      const { groups } = measured(about, 20_000);
      const { raw, clipped } = gradientsOf(about, stepOf(about).parameters);
      groups.forEach((moments, group) => {
        const curvature = curvatureOf(about, group);
        for (const [gradients, found] of [
          [raw, moments?.curvatureRaw],
          [clipped, moments?.curvatureClipped],
        ] as const) {
          let expected = 0;
          for (let subset = 0; subset < 1 << 10; subset++) {
            const rows = gradients.filter((_, row) => (subset >> row) & 1);
            if (rows.length === 0) continue;
            const sum = meanOf(rows).map((value) => (value * rows.length) / 4);
            expected += 0.4 ** rows.length * 0.6 ** (10 - rows.length) * curvature(sum);
          }
          const ofMean = curvature(meanOf(gradients));
          // Half of it and more comes from the choice of the batch, which the signs estimate to about 2 %.
          expect(expected - ofMean).toBeGreaterThan(0.3 * expected);
          expect(Math.abs((found as number) - expected)).toBeLessThan(0.08 * (expected - ofMean));
        }
      });
    },
    20_000,
  );

  it.each(kinds)('%s: a batch of all rows has no spread: its curvatures are exact', (_, description) => {
    const about = caseOf(description, 1);
    const { groups } = measured(about);
    const { raw, clipped } = gradientsOf(about, stepOf(about).parameters);
    groups.forEach((moments, group) => {
      const curvature = curvatureOf(about, group);
      expect(moments?.curvatureRaw).toBeCloseTo(curvature(meanOf(raw)), 12);
      expect(moments?.curvatureClipped).toBeCloseTo(curvature(meanOf(clipped)), 12);
    });
  });

  it.each(kinds)(
    '%s: losses, inner products, norms, clip rates and traces are those of a plain loop',
    (_, description) => {
      const about = caseOf(description, 1);
      const { groups, population } = measured(about);
      const { parameters } = stepOf(about);
      const { raw, clipped } = gradientsOf(about, parameters);
      const size = parameters.length;
      const losses = groupLosses(about, parameters);
      groups.forEach((moments, group) => {
        const own = raw.filter((_, row) => about.examples.group[row] === group);
        const mean = meanOf(own);
        const curvature = curvatureOf(about, group);
        const unit = (j: number) => Float64Array.from({ length: size }, (_, k) => (k === j ? 1 : 0));
        expect(moments).toMatchObject({
          loss: expect.closeTo(losses[group] as number, 13),
          innerRaw: expect.closeTo(innerOf(mean, meanOf(raw)), 13),
          innerClipped: expect.closeTo(innerOf(mean, meanOf(clipped)), 13),
          lengthRatio: expect.closeTo(Math.hypot(...meanOf(clipped)) / Math.hypot(...meanOf(raw)), 12),
          hessianTrace: expect.closeTo(
            Array.from({ length: size }, (_, j) => curvature(unit(j))).reduce((sum, x) => sum + x, 0),
            11,
          ),
          gradientNorm: expect.closeTo(Math.hypot(...mean), 13),
          meanGradientNorm: expect.closeTo(own.reduce((sum, g) => sum + Math.hypot(...g), 0) / own.length, 13),
          clipRate: expect.closeTo(own.filter((g) => Math.hypot(...g) > 0.4).length / own.length, 13),
        });
      });
      expect(population.gradientNorm).toBeCloseTo(Math.hypot(...meanOf(raw)), 13);
      expect(population.innerClipped).toBeCloseTo(innerOf(meanOf(raw), meanOf(clipped)), 13);
      expect(population.loss).toBeCloseTo(((losses[0] as number) + (losses[1] as number)) / 2, 13);
    },
  );

  it('regularization adds its own gradient to what a step follows, clipped or not', () => {
    const about = caseOf(kinds[0][1], 1);
    const { raw, clipped } = gradientsOf(about, stepOf(about).parameters);
    const drift = stepOf(about).parameters.map((value) => 0.3 * value);
    const { groups } = measured(about, 2, 0.3);
    groups.forEach((moments, group) => {
      const mean = meanOf(raw.filter((_, row) => about.examples.group[row] === group));
      expect(moments?.innerRaw).toBeCloseTo(innerOf(mean, meanOf(raw)) + innerOf(mean, drift), 13);
      expect(moments?.innerClipped).toBeCloseTo(innerOf(mean, meanOf(clipped)) + innerOf(mean, drift), 13);
    });
  });

  it('a group without rows has no moments, and the others are as if it did not exist', () => {
    const about = caseOf(kinds[0][1], 1);
    const withEmpty = { ...about, examples: { ...about.examples, groupNames: ['even', 'odd', 'nobody'] } };
    const { groups, population } = measured(withEmpty);
    expect(groups[2]).toBeNull();
    expect(population).toEqual(measured(about).population);
  });
});

describe('the terms of a step', () => {
  const moments: StepMoments = {
    loss: 0.7,
    innerRaw: 0.5,
    innerClipped: 0.2,
    curvatureRaw: 3,
    curvatureClipped: 1,
    lengthRatio: 0.5,
    hessianTrace: 4,
    hessianTraceError: 0,
    gradientNorm: 1,
    meanGradientNorm: 2,
    clipRate: 0.5,
    boundary: 0.4,
  };

  it('are the formulas of the theorem, by hand', () => {
    const terms = splitStep(moments, 0.1, 0.25);
    expect(terms.descent).toBeCloseTo(-0.05 + 0.015, 15);
    expect(terms.clippingFirst).toBeCloseTo(0.03, 15);
    expect(terms.clippingSecond).toBeCloseTo(-0.01, 15);
    expect(terms.direction).toBeCloseTo(0.1 * 0.05 + 0.005 * (1 - 0.75), 15);
    expect(terms.noise).toBeCloseTo(0.005, 15);
  });

  it.each(kinds)(
    '%s: direction and magnitude add up to clipping, as its first and second order do',
    (_, description) => {
      for (const samplingRate of [0.4, 1]) {
        const { groups, population } = measured(caseOf(description, samplingRate));
        for (const group of [...groups, population]) {
          const terms = splitStep(group as StepMoments, 0.3, 0.04);
          expect((terms.direction as number) + (terms.magnitude as number)).toBeCloseTo(terms.clipping, 15);
          expect(terms.clippingFirst + terms.clippingSecond).toBe(terms.clipping);
        }
      }
    },
  );

  it('a bound that no gradient reaches leaves no clipping term, nor direction nor magnitude', () => {
    for (const [, description] of kinds) {
      const { groups } = measured(caseOf(description, 0.4, 1e6));
      for (const group of groups) {
        const { clipping, direction, magnitude } = splitStep(group as StepMoments, 0.3, 0);
        for (const value of [clipping, direction, magnitude]) expect(Math.abs(value as number)).toBeLessThan(1e-14);
        expect(group?.clipRate).toBe(0);
      }
    }
  });

  it('without noise there is no noise term, and no direction where the ratio of lengths is unknown', () => {
    const terms = splitStep({ ...moments, lengthRatio: null }, 0.1, 0);
    expect(terms.noise).toBe(0);
    expect(terms.direction).toBeNull();
    expect(terms.magnitude).toBeNull();
  });

  it('more noise falls on the group with the larger trace', () => {
    const noise = (hessianTrace: number) => splitStep({ ...moments, hessianTrace }, 0.1, 0.5).noise;
    expect(noise(4.1)).toBeGreaterThan(noise(4));
  });
});
