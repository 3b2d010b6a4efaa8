import { expect, it } from 'vitest';
import { formatDollars } from '../../src/format/dollars.js';
import { MISSING } from '../../src/format/numbers/number.js';

it.each([
  [-27_412_000, '−$27.4 million'],
  [3.564e8, '$356 million'],
  [16e9, '$16.0 billion'],
  [728_123, '$728,000'],
  [2.5, '$2.50'],
  [27.43, '$27.40'],
  [99.96, '$100'],
  [0, '$0'],
  [0.001, 'less than 1 cent'],
  [-0.001, 'a loss of less than 1 cent'],
  [null, MISSING],
])('writes %s dollars as %s', (value, text) => {
  expect(formatDollars(value)).toBe(text);
});
