import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatBeside, formatNumber, formatWhole, MISSING } from '../../../src/format/numbers/number.js';

it.each([
  [0, '0'],
  [27.44, '27.4'],
  [-0.0243, '−0.0243'],
  [5, '5.00'],
  [999.7, '1,000'],
  [25_882, '25,900'],
  [999_950, '1.00 million'],
  [27_412_000, '27.4 million'],
  [-1.234e9, '−1.23 billion'],
  [4.5e13, '45.0 trillion'],
  [1e-7, 'less than 0.000001'],
  [-1e-9, 'between −0.000001 and 0'],
  [0.000012345, '0.0000123'],
  [null, MISSING],
  [Number.NaN, MISSING],
  [Number.POSITIVE_INFINITY, MISSING],
  [1e40, 'more than 999 trillion'],
])('writes %s as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it.each([
  [12_940.2, '12,940'],
  [-1234, '−1,234'],
  [-0.2, '0'],
  [1e15, '1,000 trillion'],
])('writes the whole number %s as %s', (value, text) => {
  expect(formatWhole(value)).toBe(text);
});

it('shows a difference beside a large value', () => {
  expect(formatBeside(311_046.99824, -0.00176, false)).toBe('311,046.9982');
  expect(formatBeside(69, 0.00692, true)).toBe('69');
  expect(formatBeside(0, 0.5, true)).toBe('0');
});

it('a number that is read back is within half a unit of its third digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 999_000, noNaN: true }), (value) => {
      const back = Number(formatNumber(value).replaceAll(',', ''));
      expect(Math.abs(back - value)).toBeLessThanOrEqual(value * 0.00501);
    }),
  );
});
