import type { Cell, Mechanism } from '@dpfair/result';
import { expect, it } from 'vitest';
import { parseCondition } from '../../src/audit/condition.js';
import { describeCell, runChecks } from '../../src/audit/run-checks.js';

const laplace = { kind: 'laplace', epsilon: 0.1, delta: 0, scale: 10, sigma: null } as Mechanism;

/** A cell that holds what a check looks at. */
function cell(estimate: number | null, lower: number | null, upper: number | null): Cell {
  return {
    mechanism: laplace,
    post: 'pos',
    alpha: { estimate, lower, upper },
    costOfPrivacy: { share: estimate, lower, upper, dollars: null, dollarsLower: null, dollarsUpper: null },
  } as unknown as Cell;
}

// The limit is 2.
it.each([
  ['the whole interval above the limit fails', 4, 3, 5, 'fail'],
  ['the whole interval below the limit passes', 1, 0.5, 1.5, 'pass'],
  ['an interval that straddles the limit is inconclusive', 3, 1, 5, 'inconclusive'],
  ['an estimate below the limit is inconclusive when its interval is not', 1, 0.5, 2.5, 'inconclusive'],
  ['an exact value at the limit is not above it', 2, 2, 2, 'pass'],
  ['an interval that touches the limit from above is inconclusive', 3, 2, 4, 'inconclusive'],
  ['an exact value above the limit fails', 2.0001, 2.0001, 2.0001, 'fail'],
  ['an estimate without an interval is inconclusive, however small', 0, null, null, 'inconclusive'],
  ['a value that does not exist is an error, never a pass', null, null, null, 'error'],
] as const)('%s', (_claim, estimate, lower, upper, status) => {
  for (const measure of ['alpha', 'cost']) {
    const [check] = runChecks([parseCondition(`${measure}>2`)], [cell(estimate, lower, upper)]);
    expect(check).toEqual({ id: `${measure}>2 laplace epsilon 0.1 pos`, status, estimate, lower, upper, limit: 2 });
  }
});

it('dollars look at the dollars of the cost', () => {
  const rich = cell(1, 1, 1);
  const costOfPrivacy = { ...rich.costOfPrivacy, dollars: 30, dollarsLower: 20, dollarsUpper: 40 };
  const statuses = ['dollars>10', 'dollars>25', 'dollars>50'].map(
    (condition) => runChecks([parseCondition(condition)], [{ ...rich, costOfPrivacy }])[0]?.status,
  );
  expect(statuses).toEqual(['fail', 'inconclusive', 'pass']);
});

it('every condition is tested on every cell', () => {
  const conditions = [parseCondition('alpha>1'), parseCondition('cost>1')];
  expect(runChecks(conditions, [cell(1, 1, 1), cell(2, 2, 2), cell(3, 3, 3)])).toHaveLength(6);
});

it.each([
  [{ kind: 'gaussian', epsilon: 1, delta: 1e-6, scale: null, sigma: 4 }, 'gaussian epsilon 1 delta 0.000001 clip'],
  [{ kind: 'gaussian', epsilon: null, delta: null, scale: null, sigma: 4 }, 'gaussian sigma 4 clip'],
])('a cell is named by its mechanism, budget and post-processing', (mechanism, name) => {
  expect(describeCell({ mechanism: mechanism as Mechanism, post: 'clip' })).toBe(name);
});

it('false negatives and false positives look at the rates over all entities; over nobody they do not exist', () => {
  const rate = (value: number | null, lower: number | null, upper: number | null) => ({ rate: value, lower, upper });
  const overall = { falseNegative: rate(0.03, 0.02, 0.04), falsePositive: rate(null, null, null) };
  const answers = { ...cell(1, 1, 1), falseRates: { overall, byGroup: [], byDistance: [] } } as unknown as Cell;
  const conditions = ['false-negative>0.01', 'false-negative>0.03', 'false-negative>0.05', 'false-positive>0.5'];
  expect(runChecks(conditions.map(parseCondition), [answers]).map(({ status }) => status)).toEqual([
    'fail',
    'inconclusive',
    'pass',
    'error',
  ]);
  expect(runChecks([parseCondition('false-negative>0.01')], [cell(1, 1, 1)])[0]?.status).toBe('error');
});
