import { expect, it } from 'vitest';
import { largerOf } from '../../../../src/statutes/title1/kernel/branch-free.js';

it.each([
  [1, 2, 2],
  [2, 1, 2],
  [-3, -3, -3],
  [Number.NEGATIVE_INFINITY, -1e300, -1e300],
  [5e-324, 0, 5e-324],
])('the larger of %d and %d is %d', (left, right, larger) => {
  expect(largerOf(left, right)).toBe(larger);
});
