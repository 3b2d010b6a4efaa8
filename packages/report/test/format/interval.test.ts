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

it('a probability near 1 has the decimals of its interval, and stays inside it as it is read', () => {
  const text = (estimate: number, lower: number, upper: number) =>
    formatInterval(estimate, lower, upper, formatProbability).replaceAll('\u202f', ' ');
  expect(text(0.97, 0.894, 0.99949)).toBe('97.0 % (89.4 % to 99.9 %)');
  expect(text(0.99945, 0.98, 0.99949)).toBe('99.9 % (98.0 % to 99.9 %)');
  expect(text(0.99949, 0.99942, 0.99952)).toBe('99.949 % (99.942 % to 99.952 %)');
  expect(text(0.9999, 0.98, 1)).toBe('99.99 % (98.00 % to 100 %)');
});

it('an end that is almost certain reads as certain, not as impossible', () => {
  expect(formatInterval(1, 1 - 1e-12, 1, formatProbability)).toBe('100\u202f%');
  expect(formatInterval(0.9, 0.5, 1 - 1e-12, formatProbability)).toBe('90.0\u202f% (50.0\u202f% to 100\u202f%)');
});
