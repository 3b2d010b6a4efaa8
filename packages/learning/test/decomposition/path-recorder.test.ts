import { addValue, emptyMoments, openStream, parseSeed, standardError } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import {
  clippingRule,
  type DescentPlan,
  descend,
  describeModel,
  makeModel,
  type PathRecord,
  pathRecorder,
  type RecordedPath,
  trackedRows,
} from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';
import { someParameters } from './private-step.js';

const description = describeModel({ kind: 'logistic', inputs: 4, classes: 2 });
const model = makeModel(description);
const examples = madeExamples(description, 24, 12);
const all = trackedRows(examples, Number.POSITIVE_INFINITY, parseSeed(1));
const start = someParameters(model.parameterCount);
const plan: DescentPlan = {
  steps: 1,
  stepsPerEpoch: 1,
  samplingRate: 1,
  learningRate: 0.2,
  optimizer: 'sgd',
  regularization: 0,
  privacy: { clipping: { rule: 'flat', bound: 0.3 }, noiseMultiplier: 0 },
  seed: parseSeed(2),
  repetition: 0,
};

function recorded(of: DescentPlan, every = 1): PathRecord {
  const options = { seed: of.seed, repetition: of.repetition, every, plainDescent: of.optimizer === 'sgd' };
  const recorder = pathRecorder(model, examples, all, { ...options, regularization: of.regularization });
  descend(model, examples, start, of, { trackers: [recorder] });
  return recorder.record();
}

describe('the remainder of a step', () => {
  it.each([0, 0.5])('is of third order: half the rate leaves an eighth of it (regularization %s)', (regularization) => {
    const at = (learningRate: number) =>
      recorded({ ...plan, learningRate, regularization }).groups.map(({ remainder }) => remainder[0] as number);
    const [whole, half] = [at(0.2), at(0.1)];
    whole.forEach((value, group) => {
      const ratio = value / (half[group] as number);
      expect(ratio).toBeGreaterThan(7.2);
      expect(ratio).toBeLessThan(8.8);
    });
  });

  it('of all rows is the mean of those of the groups by their shares', () => {
    const { population, groups } = recorded({ ...plan, steps: 5 });
    population.remainder.forEach((value, k) => {
      const mean = groups.reduce((sum, { remainder }) => sum + (remainder[k] as number) / 2, 0);
      expect(value).toBeCloseTo(mean, 15);
    });
  });
});

/** Remainders of one step over repetitions, for each group. */
type Remainders = (seed: bigint) => readonly (readonly number[])[];

const remaindersOf = (of: (path: RecordedPath) => number, change: Partial<DescentPlan> = {}): Remainders => {
  const privacy = { clipping: { rule: 'flat', bound: 0.3 }, noiseMultiplier: 2 } as const;
  const base: DescentPlan = { ...plan, learningRate: 0.05, samplingRate: 0.25, privacy, ...change };
  return (seed) => {
    const records = Array.from({ length: 1500 }, (_, repetition) =>
      recorded({ ...base, seed: parseSeed(seed), repetition }),
    );
    return [0, 1].map((group) => records.map(({ groups }) => of(groups[group] as RecordedPath)));
  };
};

statisticalTest<Remainders>({
  id: 'learning/step-remainder',
  subject: remaindersOf((path) => path.remainder[0] as number),
  mutants: {
    'noise term left in': remaindersOf((path) => (path.remainder[0] as number) + (path.noise[0] as number)),
    'second order of clipping left in': remaindersOf(
      (path) => (path.remainder[0] as number) + 5 * (path.clippingSecond[0] as number),
    ),
  },
  timeoutMs: 30_000,
  check: (draw, seed, falseAlarm) =>
    draw(seed).map((values, group) => {
      const moments = values.reduce(addValue, emptyMoments);
      const error = standardError(moments);
      // Third order: a twentieth of the rate times the second-order effect, below a fifth of the error.
      return {
        what: `remainder of group ${group}`,
        statistic: moments.mean,
        bound: (normalCriticalValue(falseAlarm / 2) + 0.5) * error,
      };
    }),
});

describe('a recorded path', () => {
  it('has what the meter and the split say, at the steps that are due', () => {
    const { steps, groups } = recorded({ ...plan, steps: 60 }, 4);
    expect(Array.from(steps.slice(0, 12))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13]);
    expect(Math.max(...steps.slice(1).map((step, k) => step - (steps[k] as number)))).toBe(4);
    for (const path of groups) {
      expect(path.loss.length).toBe(steps.length);
      path.clipping.forEach((value, k) => {
        expect((path.clippingFirst[k] as number) + (path.clippingSecond[k] as number)).toBeCloseTo(value, 15);
        expect((path.direction[k] as number) + (path.magnitude[k] as number)).toBeCloseTo(value, 15);
      });
    }
  });

  it('under Adam has losses and traces but no terms', () => {
    const { groups } = recorded({ ...plan, optimizer: 'adam', steps: 3 });
    const path = groups[0] as RecordedPath;
    for (const column of ['clipping', 'noise', 'descent', 'remainder', 'direction'] as const)
      expect(path[column].every(Number.isNaN)).toBe(true);
    for (const column of ['loss', 'hessianTrace', 'gradientNorm', 'clipRate'] as const)
      expect(path[column].every(Number.isFinite)).toBe(true);
  });

  it('is the same when a training loop of the user calls the tracker', () => {
    const byDescend = recorded({ ...plan, steps: 6 });
    const recorder = pathRecorder(model, examples, all, { seed: plan.seed, every: 1, plainDescent: true });
    const rule = clippingRule({ rule: 'flat', bound: 0.3 }, 1, 2);
    const parameters = start.slice();
    for (let step = 0; step < 6; step++) {
      const gradient = new Float64Array(5);
      const squaredNorms = [new Float64Array(24)];
      for (let row = 0; row < 24; row++) {
        const inputs = [...examples.features.subarray(4 * row, 4 * row + 4), 1];
        const margin = inputs.reduce((sum, x, j) => sum + x * (parameters[j] as number), 0);
        const residual = 1 / (1 + Math.exp(-margin)) - (examples.target[row] as number);
        const length = Math.abs(residual) * Math.hypot(...inputs);
        squaredNorms[0]?.fill(length ** 2, row, row + 1);
        inputs.forEach((x, j) => {
          gradient[j] = (gradient[j] as number) + (Math.min(1, 0.3 / length) * residual * x) / 24;
        });
      }
      const change = gradient.map((value) => 0.2 * value);
      const batch = Int32Array.from({ length: 24 }, (_, row) => row);
      const clipping = rule.next(
        { squaredNorms, groups: examples.group, count: 24, losses: new Float64Array(24) },
        openStream(plan.seed, 'extra', step),
        24,
      );
      const about = { normaliser: 24, samplingRate: 1, learningRate: 0.2, noiseVariance: 0 };
      recorder.onStep?.({ step, parameters, batch, clipping, gradient, change, ...about });
      change.forEach((value, j) => {
        parameters[j] = (parameters[j] as number) - value;
      });
    }
    const record = recorder.record();
    for (const column of ['loss', 'clipping', 'descent', 'direction', 'clipRate', 'remainder'] as const)
      record.groups.forEach((path, a) => {
        path[column].forEach((value, k) => {
          expect(value).toBeCloseTo(byDescend.groups[a]?.[column][k] as number, 13);
        });
      });
  });
});

describe('tracked rows', () => {
  it('are all rows, or a sample that has every group in proportion', () => {
    expect(all.byGroup.map((rows) => rows.length)).toEqual([12, 12]);
    const many = {
      ...madeExamples(description, 1000),
      group: Int32Array.from({ length: 1000 }, (_, k) => (k < 20 ? 1 : 0)),
    };
    const { byGroup, shares, rows } = trackedRows(many, 200, parseSeed(3));
    expect(shares).toEqual([0.98, 0.02]);
    // A fiftieth of 200 is 4; small groups have at least an eighth of 200, as far as they have rows.
    expect(byGroup.map((group) => group.length)).toEqual([196, 20]);
    expect(rows).toBe(216);
    for (const group of byGroup) {
      expect(new Set(group).size).toBe(group.length);
      expect(Array.from(group)).toEqual(Array.from(group).sort((a, b) => a - b));
    }
    expect(byGroup[0]?.every((row) => row >= 20)).toBe(true);
  });
});

describe('signs of the meter', () => {
  it('differ between repetitions, so that intervals over repetitions have their error too', () => {
    const traceOf = (repetition: number) => {
      const recorder = pathRecorder(model, examples, all, {
        seed: plan.seed,
        repetition,
        every: 1,
        plainDescent: true,
        traceProbes: 1,
      });
      const still = { ...plan, learningRate: 0 };
      descend(model, examples, start, still, { trackers: [recorder] });
      return recorder.record().population.hessianTrace[0];
    };
    expect(traceOf(0)).toBe(traceOf(0));
    expect(new Set([0, 1, 2, 3, 4, 5].map(traceOf)).size).toBeGreaterThan(2);
    expect(openStream(plan.seed, 'probe', 0).nextUint32()).not.toBe(
      openStream(plan.seed, 'probe', 2 ** 30).nextUint32(),
    );
  });
});
