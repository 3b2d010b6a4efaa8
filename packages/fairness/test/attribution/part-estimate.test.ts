import { decisionByName } from '@dpfair/decisions';
import { laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/attribution/attribute.js';
import { partEstimate } from '../../src/attribution/part-estimate.js';
import { planOfRule } from '../../src/attribution/rule-plan.js';
import { SERIES_TOLERANCE } from '../../src/audit/choose-method.js';
import type { AnalyticEstimate } from '../../src/estimate.js';
import { notSplit } from '../../src/messages/why.js';
import { type PreparedCell, prepareCell } from '../../src/models/prepared-cell.js';
import { finish, type Stepwise } from '../../src/steps/steps.js';

const input = { counts: { count: Float64Array.of(2, 60) }, fixed: {} };
const clipped = prepareCell({
  decision: decisionByName('threshold', { rule: 'count > 5' }),
  input,
  noise: laplace(10),
  post: 'clip',
});

/** The unclipped rule, as if its formula stated this error of its probabilities. */
function partStating(error: number): PreparedCell {
  const part = prepareCell({ ...clipped.problem, post: 'none' });
  const exact = () => finish((part.model.exact as () => Stepwise<AnalyticEstimate>)());
  return {
    ...part,
    model: { ...part.model, exact: () => ({ ...exact(), errors: new Float64Array(2).fill(error) }) },
  };
}

const TRIALS = 20_000;

describe('a part of a computed bias', () => {
  it('is told where its formula is within the tolerance', () => {
    const { bias } = finish(partEstimate(partStating(1e-6), SERIES_TOLERANCE, TRIALS)) as AnalyticEstimate;
    // P(2 + noise > 5) and P(60 + noise <= 5).
    expect(bias[0]).toBeCloseTo(Math.exp(-0.3) / 2, 14);
    expect(bias[1]).toBeCloseTo(-Math.exp(-5.5) / 2, 14);
  });

  it('is not told where the formula states a larger error, and neither is the split', () => {
    const plan = planOfRule(clipped);
    const whole = finish((clipped.model.exact as () => Stepwise<AnalyticEstimate>)());
    const splitWith = (error: number) =>
      attribute(plan, whole, () => finish(partEstimate(partStating(error), SERIES_TOLERANCE, TRIALS)));
    expect(splitWith(1e-6).reason).toBeNull();
    expect(splitWith(1e-6).components.map(({ name }) => name)).toEqual(['threshold-shape']);
    expect(splitWith(0.1)).toMatchObject({ components: [], reason: notSplit.errorTooLarge });
  });

  it('without any formula is not told either', () => {
    const part = partStating(0);
    const bare = { ...part, model: { ...part.model, exact: undefined, series: undefined } } as unknown as PreparedCell;
    expect(finish(partEstimate(bare, SERIES_TOLERANCE, TRIALS))).toEqual({
      method: 'exact',
      undefinedBecause: notSplit.notSimulated,
    });
  });
});
