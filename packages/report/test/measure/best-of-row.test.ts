import { expect, it } from 'vitest';
import { bestOfRow } from '../../src/measure/best-of-row.js';

it('the best of a row is the one whose interval lies below all others', () => {
  const at = (estimate: number, half: number) => ({ estimate, lower: estimate - half, upper: estimate + half });
  expect(bestOfRow([at(5, 1), at(2, 1), at(9, 1)])).toBe(1);
  expect(bestOfRow([at(5, 2), at(2, 2)])).toBeNull();
  expect(bestOfRow([at(5, 1)])).toBeNull();
  expect(bestOfRow([at(5, 1), { estimate: 1, lower: null, upper: null }])).toBeNull();
});
