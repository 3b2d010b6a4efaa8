import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatConfidence, formatDistinct, formatOdds, formatPlain } from '../../../src/format/numbers/plain.js';

it.each([
  [0.1, '0.1'],
  [0.001, '0.001'],
  [25, '25'],
  [1000, '1,000'],
  [1 / 3, '0.333333'],
  [1e6, '1 million'],
  [100, '100'],
  [1e-7, '0.0000001'],
  [2e-7, '0.0000002'],
  [-3.25e-9, '−0.00000000325'],
  [1e-19, '0.0000000000000000001'],
  [1e-300, 'less than 0.000001'],
])('writes the parameter %s as %s', (value, text) => {
  expect(formatPlain(value)).toBe(text);
});

it('writes small probabilities as odds and confidence without spare digits', () => {
  expect(formatOdds(1e-6)).toBe('1 in 1,000,000');
  expect(formatOdds(1e-9)).toBe('1 in 1,000,000,000');
  expect(formatOdds(3e-6)).toBe('1 in 333,000');
  expect(formatOdds(0.01)).toBe('0.01');
  expect(formatOdds(0)).toBe('0');
  expect(formatConfidence(0.95)).toBe('95\u202f%');
  expect(formatConfidence(0.999)).toBe('99.9\u202f%');
});

describe('parameters side by side', () => {
  it('have six digits where that is enough, and more where it is not', () => {
    expect(formatDistinct([0.1, 1 / 3, null])).toEqual(['0.1', '0.333333', '\u2013']);
    expect(formatDistinct([0.1, 0.10000001, 0.1])).toEqual(['0.1', '0.10000001', '0.1']);
    expect(formatDistinct([1_000_000, 1_000_001])).toEqual(['1 million', '1.000001 million']);
    expect(formatDistinct([1e-7, 2e-7])).toEqual(['0.0000001', '0.0000002']);
  });

  it('do not grow when no number of digits keeps them apart', () => {
    expect(formatDistinct([0.1, 1e-300, 2e-300])).toEqual(['0.1', 'less than 0.000001', 'less than 0.000001']);
  });

  it('read differently when they are different, from 1e-18 to 1e12', () => {
    const value = fc.double({ min: 1e-18, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 1000 }), (one, steps) => {
        const other = one * (1 + steps * 2 ** -40);
        fc.pre(other !== one);
        expect(new Set(formatDistinct([one, other])).size).toBe(2);
      }),
    );
  });
});
