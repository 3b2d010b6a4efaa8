import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholeCents } from '../../../../../src/statutes/title1/kernel/spending/whole-cents.js';

it('gives the cents that are left to the largest remainders, the first of equals first', () => {
  expect(wholeCents([1.004, 1.004, 1.004])).toEqual([101, 100, 100]);
  expect(wholeCents([0.001, 0.008, 0.006])).toEqual([0, 1, 1]);
  expect(wholeCents([2.5])).toEqual([250]);
});

it('adds up to the cents of the sum, and no budget moves by a cent', () => {
  const budgets = fc.array(fc.double({ min: 0, max: 1e10, noNaN: true }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(budgets, (dollars) => {
      const cents = wholeCents(dollars);
      expect(cents.reduce((sum, budget) => sum + budget, 0)).toBe(
        Math.round(dollars.reduce((sum, budget) => sum + 100 * budget, 0)),
      );
      cents.forEach((budget, grant) => {
        expect(Math.abs(budget - 100 * (dollars[grant] as number))).toBeLessThanOrEqual(1);
      });
    }),
  );
});
