import { expect, it } from 'vitest';
import { parseCondition } from '../../src/audit/condition.js';

it.each([
  ['alpha>1e-5', 'alpha', 1e-5],
  [' cost > 0.01 ', 'cost', 0.01],
  ['dollars>1E6', 'dollars', 1e6],
  ['ALPHA>.5', 'alpha', 0.5],
  ['alpha>0', 'alpha', 0],
  ['false-negative>0.01', 'false-negative', 0.01],
  ['False-Positive > 2e-3', 'false-positive', 0.002],
])('%j is a condition on %s', (text, measure, limit) => {
  expect(parseCondition(text)).toMatchObject({ measure, limit });
});

it.each([
  'alpha',
  'false>0.1',
  'false-negatives>0.1',
  'alpha<1',
  'alpha>=1',
  'alpha>',
  'alpha>x',
  'beta>1',
  'alpha>1e999',
  'alpha>1 or cost>1',
  'alpha>0x1',
  '>1',
  '',
])('%j is not a condition', (text) => {
  expect(() => parseCondition(text)).toThrow(/^--fail-on/);
});
