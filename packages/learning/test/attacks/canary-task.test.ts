import { attackHere, type CanaryPlan, type CanaryScores, canaryTask, describeModel } from '@dpfair/learning';
import type { Examples } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { stepEvidence } from '../../src/attacks/step-evidence.js';

/** The second feature is 0 in every row, so that no other gradient goes along its weight. */
const training: Examples = {
  rows: 4,
  features: Float64Array.of(1, 0, -1, 0, 2, 0, 0.5, 0),
  featureNames: ['x', 'nothing'],
  target: Float64Array.of(1, 0, 1, 0),
  classNames: ['no', 'yes'],
  group: Int32Array.of(0, 0, 1, 1),
  groupNames: ['a', 'b'],
};
const planOf = (seed: bigint, pairs: number, noiseMultiplier = 2): CanaryPlan => ({
  model: describeModel({ kind: 'logistic', inputs: 2, classes: 2 }),
  training,
  descent: {
    steps: 4,
    stepsPerEpoch: 4,
    samplingRate: 1,
    learningRate: 0.1,
    optimizer: 'sgd',
    regularization: 0.3,
    privacy: { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier },
    seed: parseSeed(seed),
  },
  pairs,
  rows: 100,
  expectedNoise: 2,
});

// Full batches: z is N(1, 4) with the canary and N(0, 4) without, and the evidence of four steps is N(+-4 / 8, 4 / 4).
type Make = (seed: bigint) => CanaryScores;

statisticalTest<Make>({
  id: 'learning/canary-scores',
  subject: (seed) => attackHere(planOf(seed, 600)),
  mutants: {
    'noise a third too small': (seed) => attackHere(planOf(seed, 600, 4 / 3)),
    'canary left out': (seed) => {
      const { absent } = attackHere(planOf(seed, 600));
      return { present: absent, absent };
    },
    'with and without swapped': (seed) => {
      const { present, absent } = attackHere(planOf(seed, 600));
      return { present: absent, absent: present };
    },
  },
  check: (play, seed, falseAlarm) => {
    const { present, absent } = play(seed);
    const noise = [...Array.from(present, (score) => score - 0.5), ...Array.from(absent, (score) => score + 0.5)];
    const squares = noise.map((value) => value * value);
    return [
      meanCheck(Float64Array.from(noise.slice(0, 600)), { mean: 0, variance: 1, skewness: 0, falseAlarm }),
      meanCheck(Float64Array.from(squares), { mean: 1, variance: 2, skewness: Math.sqrt(8), falseAlarm }),
    ];
  },
});

describe('the evidence of a step', () => {
  it('is the logarithm of the ratio of two densities', () => {
    for (const [z, rate, noise] of [
      [0.3, 0.2, 0.7],
      [-4, 0.01, 1.5],
      [9, 0.5, 1],
      [1, 1, 2],
    ] as const) {
      const density = (mean: number) => Math.exp(-((z - mean) ** 2) / (2 * noise * noise));
      expect(stepEvidence(z, rate, noise)).toBeCloseTo(
        Math.log(((1 - rate) * density(0) + rate * density(1)) / density(0)),
        12,
      );
    }
  });

  it('does not overflow, and is the sum itself where there is no noise to count on', () => {
    expect(stepEvidence(1, 0.5, 0.01)).toBeCloseTo(5000 + Math.log(0.5), 9);
    expect(stepEvidence(-1, 0.5, 0.01)).toBeCloseTo(Math.log(0.5), 12);
    expect(stepEvidence(0.7, 0.5, 0)).toBe(0.7);
  });
});

describe('the task', () => {
  it('has shards that give the same scores in any order, with and without a look at few rows', () => {
    const plan = { ...planOf(1n, 3), rows: 2 };
    const parts = [2, 0, 1]
      .map((index) => ({ index, part: canaryTask.run(plan, index) }))
      .sort((a, b) => a.index - b.index);
    expect(canaryTask.merge(plan, parts)).toEqual(attackHere(plan));
    expect(attackHere(plan).present).toHaveLength(3);
  });

  it('tells its progress in steps, of which both trainings have as many', () => {
    const done: number[] = [];
    canaryTask.run(planOf(1n, 1), 0, (steps) => done.push(steps));
    expect(done).toEqual([4, 8]);
    expect(canaryTask.size(planOf(1n, 1))).toBe(8);
  });

  it('refuses a training without privacy, and no pairs', () => {
    const plan = planOf(1n, 2);
    expect(() => attackHere({ ...plan, descent: { ...plan.descent, privacy: null } })).toThrow(/without privacy/);
    expect(() => attackHere({ ...plan, pairs: 0 })).toThrow(/pairs of attacked trainings: 0/);
  });
});
