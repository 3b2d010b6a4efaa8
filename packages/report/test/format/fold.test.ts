import { expect, it } from 'vitest';
import { formatFold } from '../../src/format/fold.js';

it('writes a narrowing as a fold from two on, else in percent', () => {
  expect(formatFold(135.2, 1)).toBe('135-fold');
  expect(formatFold(4.4, 1)).toBe('4.4-fold');
  expect(formatFold(1, 0.7)).toBe('by 30.0\u202f%');
  expect(formatFold(1e9, 1)).toBe('more than a million-fold');
});
