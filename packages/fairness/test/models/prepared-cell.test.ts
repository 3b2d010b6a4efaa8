import { decisionByName } from '@dpfair/decisions';
import { gaussian } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { prepareCell } from '../../src/models/prepared-cell.js';

const input = {
  counts: { count: Float64Array.of(3, 40, 500, 700) },
  fixed: { weight: Float64Array.of(1, 2, 1, 3) },
};

describe('models of cells', () => {
  it.each(['identity', 'allotment'])('%s: there is one for every post-processing that the decision takes', (name) => {
    const decision = decisionByName(name);
    for (const post of decision.posts) {
      const { truth, model } = prepareCell({ decision, post, input, noise: gaussian(5) });
      const total = truth.reduce((sum, value) => sum + value, 0);
      expect(total).toBeCloseTo(name === 'identity' ? 1243 : 1, 12);
      // What is said of the range holds for the truth, and the expectation of a control is near the truth.
      for (const value of truth) expect(value).toBeLessThanOrEqual(model.largestOutcome ?? Number.POSITIVE_INFINITY);
      const control = model.control();
      expect(control).not.toBeNull();
      for (const offset of control?.expectedMinusTruth ?? []) expect(Math.abs(offset)).toBeLessThan(0.01 * total);
    }
  });

  it('a post-processing that the decision does not take is refused', () => {
    const question = { decision: decisionByName('identity'), post: 'pos', input, noise: gaussian(5) } as const;
    expect(() => prepareCell(question)).toThrow(/does not take: pos/);
  });
});
