import { expect, it } from 'vitest';
import { formatPoints, formatProbability, formatProbabilityRange } from '../../src/format/probability.js';

it.each([
  [0, '0\u202f%'],
  [1e-9, 'less than 0.0001\u202f%'],
  [0.00042, '0.042\u202f%'],
  [0.2127, '21.3\u202f%'],
  [0.9985, '99.9\u202f%'],
  [0.99998, '99.9980\u202f%'],
  [1 - 1e-9, 'more than 99.9999\u202f%'],
  [1, '100\u202f%'],
  [null, '\u2013'],
])('writes the probability %s as %s: only what is certain is 100 percent', (probability, text) => {
  expect(formatProbability(probability)).toBe(text);
});

it('an interval of a probability ends at 0 and 100 percent', () => {
  expect(formatProbabilityRange(-0.01, 0.02)).toBe('0\u202f% to 2.0\u202f%');
  expect(formatProbabilityRange(0.98, 1.01)).toBe('98.0\u202f% to 100\u202f%');
  expect(formatProbabilityRange(1e-9, 1 - 1e-9)).toBe('0\u202f% to 100\u202f%');
  expect(formatProbabilityRange(null, 1)).toBeNull();
});

it.each([
  [0.894, 0.99949, '89.4 % to 99.9 %'],
  [0.89432, 0.9997, '89.43 % to 99.97 %'],
  [0.9, 0.999999, '90.0000 % to 99.9999 %'],
  [0.9991, 0.99999, '99.910 % to 99.999 %'],
  [0.9991, 0.999996, '99.9100 % to 99.9996 %'],
  [0.9989, 0.99949, '99.89 % to 99.95 %'],
  [0.000025, 0.00556, '0.0025 % to 0.56 %'],
  [0.000025, 0.9997, '0.0025 % to 99.970 %'],
  [0.894, 1, '89.4 % to 100 %'],
  [0, 0.9997, '0 % to 99.970 %'],
])(
  'writes both ends of %s to %s with the same decimals, and calls nothing certain that is not',
  (lower, upper, text) => {
    expect(formatProbabilityRange(lower, upper)?.replaceAll('\u202f', ' ')).toBe(text);
  },
);

it('a difference of probabilities is in percentage points', () => {
  expect([1.246, -0.25, 0, null].map(formatPoints)).toEqual(['125', '\u221225.0', '0', '\u2013']);
});
