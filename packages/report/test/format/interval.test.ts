import { expect, it } from 'vitest';
import { formatInterval } from '../../src/format/interval.js';
import { formatNumber, MISSING } from '../../src/format/numbers/number.js';
import { formatProbability } from '../../src/format/probability.js';

it('writes an interval behind its estimate', () => {
  expect(formatInterval(27.4, 26.9, 27.9, formatNumber)).toBe('27.4 (26.9 to 27.9)');
});

it('leaves out an interval that is narrower than the last digit, or missing', () => {
  expect(formatInterval(27.4, 27.399, 27.401, formatNumber)).toBe('27.4');
  expect(formatInterval(27.4, null, 27.9, formatNumber)).toBe('27.4');
  expect(formatInterval(null, 1, 2, formatNumber)).toBe(MISSING);
  expect(formatInterval(0, -1e-9, 1e-9, formatNumber)).toBe('0');
  expect(formatInterval(0.5, -1e-9, 1, formatNumber)).toBe('0.500 (0 to 1.00)');
});

it('an end that is almost certain reads as certain, not as impossible', () => {
  expect(formatInterval(1, 1 - 1e-12, 1, formatProbability)).toBe('100\u202f%');
  expect(formatInterval(0.9, 0.5, 1 - 1e-12, formatProbability)).toBe('90.0\u202f% (50.0\u202f% to 100\u202f%)');
});
