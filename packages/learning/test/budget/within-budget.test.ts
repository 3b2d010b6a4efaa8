import { accountants } from '@dpfair/mechanisms';
import { describe, expect, test } from 'vitest';
import { type Clipping, epsilonOf, releasesOf, withinBudget } from '../../src/index.js';
import { madePlan } from '../made-plan.js';

const plan = madePlan();
const budget = { epsilon: 2, delta: 1e-5, accountant: accountants.rdp };
const noiseOf = ({ descent }: typeof plan) => descent.privacy?.noiseMultiplier as number;

describe('a training within its budget', () => {
  test('pays for noisy counts with noise on its gradients: 1/z^2 in all is what one release may have', () => {
    const counted = {
      ...plan,
      descent: {
        ...plan.descent,
        privacy: { clipping: { rule: 'by-group', bound: 0.5, countNoise: 4 } as const, noiseMultiplier: 1 },
      },
    };
    expect(releasesOf(counted).beside).toEqual([4]);
    const [alone, beside] = [noiseOf(withinBudget(plan, budget)), noiseOf(withinBudget(counted, budget))];
    expect(beside).toBeGreaterThan(alone);
    expect(beside ** -2 + 4 ** -2).toBeCloseTo(alone ** -2, 5);
    expect(epsilonOf(withinBudget(counted, budget), 1e-5, accountants.rdp)).toBeLessThanOrEqual(2);
  });

  const rules: readonly Clipping[] = [
    { rule: 'flat', bound: 0.5 },
    { rule: 'per-layer', bound: 0.5 },
    { rule: 'automatic', bound: 0.5, stability: 0.01 },
    { rule: 'adaptive', bound: 0.5, quantile: 0.5, rate: 0.2, countNoise: 12 },
    { rule: 'by-group', bound: 0.5, countNoise: 12 },
    { rule: 'global', bound: 0.5, limit: 2 },
    { rule: 'global-adaptive', bound: 0.5, limit: 2, rate: 0.1, countNoise: 12 },
    { rule: 'parity', bound: 0.5, rate: 1, every: 1, lossBound: 4, mostWeight: 3, lossNoise: 12 },
  ];
  test.each(rules.map((clipping) => [clipping.rule, clipping] as const))(
    'is said to keep what was asked for, and not much less, at every budget: %s',
    (_, clipping) => {
      for (const epsilon of [0.7, 1.3, 2.1, 3.9]) {
        const ruled = { ...plan, descent: { ...plan.descent, privacy: { clipping, noiseMultiplier: 1 } } };
        const reported = epsilonOf(withinBudget(ruled, { ...budget, epsilon }), 1e-5, accountants.rdp);
        expect(reported).toBeLessThanOrEqual(epsilon);
        expect(reported).toBeGreaterThan(epsilon * (1 - 1e-4));
      }
    },
  );

  test('guarantees nothing without noise', () => {
    const { privacy } = plan.descent;
    const quiet = { ...plan, descent: { ...plan.descent, privacy: privacy && { ...privacy, noiseMultiplier: 0 } } };
    expect(epsilonOf(quiet, 1e-5)).toBeNull();
  });

  test('guarantees nothing where something is looked at without noise', () => {
    const { privacy } = withinBudget(plan, budget).descent;
    const changed = (change: object) => ({
      ...plan,
      descent: { ...plan.descent, privacy: privacy && { ...privacy, ...change } },
    });
    const penalty = { clippingWeight: 1, boundaryWeight: 1, noise: null };
    expect(epsilonOf(changed({}), 1e-5, accountants.rdp)).toBeGreaterThan(0);
    expect(epsilonOf(changed({ penalty }), 1e-5, accountants.rdp)).toBeNull();
    for (const clipping of [
      { rule: 'by-group', bound: 1, countNoise: 0 },
      { rule: 'adaptive', bound: 1, quantile: 0.5, rate: 0.2, countNoise: 0 },
    ])
      expect(epsilonOf(changed({ clipping }), 1e-5, accountants.rdp)).toBeNull();
  });
});
