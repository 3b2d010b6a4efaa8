import { expect, it } from 'vitest';
import { MISSING } from '../../src/format/numbers/number.js';
import { formatPercent } from '../../src/format/percent.js';

it.each([
  [-0.02, '−2.0 %'],
  [0.022, '2.2 %'],
  [0.274, '27.4 %'],
  [12.34, '1,230 %'],
  [0.00015, '0.015 %'],
  [1e-9, 'less than 0.0001 %'],
  [-1e-9, 'between −0.0001 and 0 %'],
  [0, '0 %'],
  [null, MISSING],
])('writes the fraction %s as %s', (value, text) => {
  expect(formatPercent(value)).toBe(text.replace(/ %/, '\u202f%'));
});
