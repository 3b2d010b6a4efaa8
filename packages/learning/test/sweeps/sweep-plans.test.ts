import { accountants } from '@dpfair/mechanisms';
import { describe, expect, test } from 'vitest';
import { epsilonOf, summarizeSweep, sweepPlans, trainHere } from '../../src/index.js';
import { withGroupShare } from '../../src/sweeps/with-group-share.js';
import { madePlan } from '../made-plan.js';

const plan = madePlan();

describe('a sweep', () => {
  test('over the bound of clipping leaves noise multiplier, seed and data as they are', () => {
    const plans = sweepPlans(plan, 'clip', [0.1, 2]);
    expect(plans.map((swept) => swept.plan.descent)).toEqual(
      [0.1, 2].map((bound) => ({
        ...plan.descent,
        privacy: { clipping: { rule: 'flat', bound }, noiseMultiplier: 1 },
      })),
    );
    expect(plans.every((swept) => swept.plan.training === plan.training)).toBe(true);
  });

  test('over epsilon keeps each epsilon, and wastes less than one part in 1000 of it', () => {
    const accountant = accountants.rdp;
    for (const { value, plan: swept } of sweepPlans(plan, 'epsilon', [0.5, 8], {
      budget: { delta: 1e-5, accountant },
    })) {
      const spent = epsilonOf(swept, 1e-5, accountant) as number;
      expect(spent).toBeLessThanOrEqual(value);
      expect(spent).toBeGreaterThan(0.999 * value);
    }
  });

  test('over group size keeps the other rows, the share asked for, and smaller samples inside larger ones', () => {
    const { training, descent } = plan;
    const rowsOf = (share: number) => {
      const kept = withGroupShare(training, 1, share, descent.seed);
      const width = kept.featureNames.length;
      return Array.from({ length: kept.rows }, (_, k) =>
        [...kept.features.subarray(k * width, (k + 1) * width), kept.target[k], kept.group[k]].join(),
      );
    };
    expect(withGroupShare(training, 1, 1, descent.seed)).toEqual(training);
    const [few, more] = [rowsOf(0.1), rowsOf(0.4)];
    const odd = (rows: readonly string[]) => rows.filter((row) => row.endsWith('1'));
    const even = (rows: readonly string[]) => rows.filter((row) => row.endsWith('0'));
    expect([odd(few).length, odd(more).length]).toEqual([10, 40]);
    expect(even(few)).toEqual(even(rowsOf(1)));
    expect(odd(more)).toEqual(expect.arrayContaining(odd(few)));
    expect(odd(rowsOf(1))).toEqual(expect.arrayContaining(odd(more)));
    expect(odd(rowsOf(1e-9))).toHaveLength(1);
  });

  test('refuses values out of range, a group that there is not and a training without privacy', () => {
    expect(() => sweepPlans(plan, 'clip', [1, 0])).toThrow('value of the sweep over clip: 0 (allowed: above 0)');
    expect(() => sweepPlans(plan, 'noise-multiplier', [Number.NaN])).toThrow('at least 0');
    expect(() => sweepPlans(plan, 'group-size', [1.5], { group: 'odd' })).toThrow('at most 1');
    expect(() => sweepPlans(plan, 'group-size', [1], { group: 'none' })).toThrow('allowed: even, odd');
    expect(() => sweepPlans(plan, 'epsilon', [1])).toThrow('with a delta');
    const without = { ...plan, descent: { ...plan.descent, privacy: null } };
    expect(() => sweepPlans(without, 'clip', [1])).toThrow('without privacy');
  });

  test('shows no noise part where there is no noise, and no clipping part where nothing is clipped', () => {
    const swept = (parameter: 'clip' | 'noise-multiplier', value: number) =>
      sweepPlans(plan, parameter, [value]).map((training) => ({
        ...training,
        epsilon: null,
        output: trainHere(training.plan),
      }));
    const quiet = summarizeSweep('noise-multiplier', swept('noise-multiplier', 0), 0.95);
    const loose = summarizeSweep('clip', swept('clip', 1e6), 0.95);
    for (const group of quiet.points[0]?.groups ?? []) {
      expect(group.noise).toBe(0);
      expect(group.clipping).toBeCloseTo(group.excessiveRisk.estimate as number, 12);
      expect(group.clipping).not.toBe(0);
    }
    for (const group of loose.points[0]?.groups ?? []) {
      expect(group.clipping).toBe(0);
      expect(group.noise).toBeCloseTo(group.excessiveRisk.estimate as number, 12);
      expect(group.noise).not.toBe(0);
    }
    expect([quiet.points.length, loose.points.length]).toEqual([1, 1]);
  });
});
