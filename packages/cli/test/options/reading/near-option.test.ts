import { expect, it } from 'vitest';
import { outputOptions } from '../../../src/options/output-options.js';
import { nearOption } from '../../../src/options/reading/near-option.js';
import { auditOptions } from '../../../src/spec/audit-options.js';

const known = [...Object.keys(auditOptions), ...Object.keys(outputOptions)].filter((name) => name !== 'data');

it.each([
  ['epsilonn', 'epsilon'],
  ['epsilom', 'epsilon'],
  ['totl-epsilon', 'total-epsilon'],
  ['wehre', 'where'],
  ['tirals', 'trials'],
  ['sed', 'seed'],
  ['psot', 'post'],
  ['jsn', 'json'],
  ['htm', 'html'],
  ['CSV', 'csv'],
  ['confid', 'confidence'],
])('%s was meant to be %s', (typed, meant) => {
  expect(nearOption(typed, known)).toBe(meant);
});

it.each(['png', 'pdf', 'data', 'out', 'x', 'xy', 'zzzzzzzz', ''])('nothing is near %j', (typed) => {
  expect(nearOption(typed, known)).toBeUndefined();
});
