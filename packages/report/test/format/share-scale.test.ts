import { expect, it } from 'vitest';
import { formatScaledShare, formatShare, shareScale } from '../../src/format/share-scale.js';

it('writes shares in words instead of exponents', () => {
  expect(formatShare(3e-8)).toBe('30.0 per billion shares');
  expect(formatShare(-1.71024396e-3)).toBe('−0.171\u202f% of the total');
  expect(formatShare(2.6845e-7)).toBe('0.268 per million shares');
  expect(formatShare(0)).toBe('0');
});

it('gives a column one unit, chosen by its median', () => {
  const scale = shareScale([2.6e-5, 1.7e-3, 1.2e-6, 0, null]);
  expect(scale.unit).toBe('per million shares');
  expect(formatScaledShare(1.7102e-3, scale)).toBe('1,710');
  expect(formatScaledShare(1e-12, scale)).toBe('less than 0.0005');
});
