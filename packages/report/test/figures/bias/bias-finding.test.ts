import { expect, it } from 'vitest';
import { biasFinding } from '../../../src/figures/bias/bias-finding.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

it('a size pays only when it loses more than in proportion', () => {
  const title = (bias: (truth: number) => number) => {
    const truth = Array.from({ length: 100 }, (_, index) => (index < 10 ? 8 : 20 / 90) / 100);
    const entities = truth.map(String).map((_, index) => String(index));
    const one = buildCell({
      mechanism: laplace(1),
      post: 'baseline',
      decision: 'allotment',
      method: 'exact',
      id: entities,
      name: entities,
      count: truth,
      truth,
      bias: truth.map(bias),
      budgetDollars: null,
    });
    return biasFinding(buildResult([one]), 'epsilon 1');
  };
  // ten entities hold 80 %: with losses in proportion they bear 80 %, without the others' losses all, else 10 %
  expect(title((truth) => -truth / 10)).toBe(
    'The loss goes with size: at epsilon 1 the largest tenth bears 80.0\u202f% of it with 80.0\u202f% of the whole (baseline rule)',
  );
  expect(title((truth) => (truth > 0.01 ? -truth / 10 : truth / 10))).toBe(
    'Large entities pay: at epsilon 1 the largest tenth bears 100\u202f% of the loss with 80.0\u202f% of the whole (baseline rule)',
  );
  expect(title((truth) => (truth > 0.01 ? truth / 10 : -truth / 10))).not.toMatch(/^Large/);
});
