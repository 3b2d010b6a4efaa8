import { expect, it } from 'vitest';
import { parseTrainingCondition } from '../../../src/spec/train/training-condition.js';

it.each([
  ['gap>0.05', { text: 'gap>0.05', measure: 'gap', group: null, limit: 0.05 }],
  [' RISK > 1e-2', { text: 'risk>1e-2', measure: 'risk', group: null, limit: 0.01 }],
  ['risk:Female>.1', { text: 'risk:Female>.1', measure: 'risk', group: 'Female', limit: 0.1 }],
  ['risk:a > b: c > -1', { text: 'risk:a > b: c>-1', measure: 'risk', group: 'a > b: c', limit: -1 }],
])('%s is read', (text, condition) => {
  expect(parseTrainingCondition(text)).toEqual(condition);
});

it.each(['gap', 'gap>x', 'gap:Female>1', 'alpha>1', 'risk:>1', 'risk>1e999', 'gap<1'])('%s is refused', (text) => {
  expect(() => parseTrainingCondition(text)).toThrow(/--fail-on: .*risk:GROUP>LIMIT/);
});
