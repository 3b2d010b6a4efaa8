import { accountants } from '@dpfair/mechanisms';
import { describe, expect, test } from 'vitest';
import { applyRemedy, epsilonOf, releasesOf, remedyIds, trainHere, withinBudget } from '../../src/index.js';
import { madePlan } from '../made-plan.js';

const budget = { epsilon: 3, delta: 1e-5, accountant: accountants.rdp };
const plan = withinBudget(madePlan(1), budget);
const noiseOf = ({ descent }: typeof plan) => descent.privacy?.noiseMultiplier as number;

describe('a remedy', () => {
  test.each(remedyIds)('keeps seed, batches, data and the budget, which pays for all that it releases: %s', (id) => {
    const remedied = applyRemedy(plan, { id }, budget);
    const { privacy, ...descent } = remedied.plan.descent;
    const { privacy: _, ...before } = plan.descent;
    expect(descent).toEqual(before);
    expect(privacy?.clipping.bound).toBe(0.5);
    expect(remedied.plan.training).toBe(plan.training);
    const spent = epsilonOf(remedied.plan, budget.delta, budget.accountant);
    if (remedied.notPrivate === null) {
      expect(spent).toBeLessThanOrEqual(3);
      expect(spent).toBeGreaterThan(2.99);
    } else expect(spent).toBeNull();
    const { beside, extra } = releasesOf(remedied.plan);
    if (beside.length + extra.length > 0) expect(noiseOf(remedied.plan)).toBeGreaterThan(noiseOf(plan));
    else expect(noiseOf(remedied.plan)).toBe(noiseOf(plan));
    const [repetition] = trainHere(remedied.plan);
    expect(repetition?.private.training.all.loss).not.toBe(trainHere(plan)[0]?.private.training.all.loss);
    expect(repetition?.nonPrivate).toEqual(trainHere(plan)[0]?.nonPrivate);
  });

  test('pays for noisy statistics of a batch as one release with its gradient', () => {
    const { plan: fairer, settings } = applyRemedy(plan, { id: 'parity', settings: { lossNoise: 5 } }, budget);
    expect(settings.lossNoise).toBe(5);
    expect(noiseOf(fairer) ** -2 + 5 ** -2).toBeCloseTo(noiseOf(plan) ** -2, 5);
  });

  test('that looks at rows without noise is said to be not private, all others are', () => {
    const reasonOf = (id: (typeof remedyIds)[number], settings: Record<string, number> = {}) =>
      applyRemedy(plan, { id, settings }, budget).notPrivate;
    expect(remedyIds.filter((id) => reasonOf(id) !== null)).toEqual(['penalties']);
    expect(reasonOf('parity', { lossNoise: 0 })).toContain('without noise');
    expect(reasonOf('early-stopping', { lossNoise: 0 })).toContain('without noise');
    expect(reasonOf('penalties', { clippingWeight: 0, boundaryWeight: 0 })).toBeNull();
  });

  test('of early stopping pays for every look, whether it comes or not', () => {
    const { plan: stopping } = applyRemedy(plan, { id: 'early-stopping' }, budget);
    expect(releasesOf(stopping).extra).toEqual([{ kind: 'gaussian', noiseMultiplier: 30, count: 3 }]);
  });

  test('refuses settings that it has not or out of range, and plans that it is not for', () => {
    const apply =
      (id: (typeof remedyIds)[number], settings: Record<string, number>, to = plan) =>
      () =>
        applyRemedy(to, { id, settings }, budget);
    expect(apply('global', { bound: 1 })).toThrow('setting of the remedy global: bound (allowed: limit)');
    expect(apply('global', { limit: 0 })).toThrow('setting limit of the remedy global: 0 (allowed: above 0)');
    expect(apply('parity', { every: 1.5 })).toThrow('whole, at least 1');
    expect(apply('parity', { lossNoise: 0.01 })).toThrow(/epsilon/);
    const { plan: byGroup } = applyRemedy(plan, { id: 'by-group' }, budget);
    expect(apply('penalties', {}, byGroup)).toThrow('clipping under the remedy penalties: by-group (allowed: flat)');
    const hinge = { ...plan, model: { ...plan.model, loss: 'smooth-hinge' as const, hingeWidth: 0.5 } };
    expect(apply('penalties', { boundaryWeight: 1 }, hinge)).toThrow('logistic or softmax');
    expect(apply('penalties', {}, hinge)).not.toThrow();
  });
});
