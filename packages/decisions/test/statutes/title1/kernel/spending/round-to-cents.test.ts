import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centRounder } from '../../../../../src/statutes/title1/kernel/spending/round-to-cents.js';

const round = (amounts: readonly number[], budget: number): number[] => {
  const amount = Float64Array.from(amounts);
  centRounder(amount.length)(amount, budget);
  return [...amount];
};

it('gives the cents that are left to the largest remainders', () => {
  // 3 x 33.3333... = 100: one cent is left, and the first of equals gets it.
  expect(round([100 / 3, 100 / 3, 100 / 3], 100)).toEqual([3334, 3333, 3333]);
  expect(round([0.009, 0.006, 0.005], 0.02)).toEqual([1, 1, 0]);
});

it('keeps whole cents, and gives nothing to who has nothing', () => {
  expect(round([1.25, 0, 3.5], 4.75)).toEqual([125, 0, 350]);
});

it('leaves zeros where nothing was spent', () => {
  expect(round([0, 0], 10)).toEqual([0, 0]);
});

it('adds up to the budget to the cent, within one cent of each amount', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      (parts, cents) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        fc.pre(sum > 1e-6);
        const amounts = parts.map((part) => ((part / sum) * cents) / 100);
        const rounded = round(amounts, cents / 100);
        expect(rounded.reduce((a, b) => a + b, 0)).toBe(cents);
        rounded.forEach((value, i) => {
          expect(Number.isInteger(value)).toBe(true);
          expect(Math.abs(value - 100 * (amounts[i] as number))).toBeLessThanOrEqual(1 + 1e-3);
        });
      },
    ),
  );
});

it('serves many equal remainders quickly, the first ones first', () => {
  const n = 20_000;
  const rounded = round(new Array<number>(n).fill(0.005), (0.5 * n) / 100);
  expect(rounded.slice(0, n / 2).every((cents) => cents === 1)).toBe(true);
  expect(rounded.slice(n / 2).every((cents) => cents === 0)).toBe(true);
});

it.each([
  ['too much', [65, 65], 100],
  ['too little', [10, 0], 100],
])('refuses amounts that spend %s', (_, amounts, budget) => {
  expect(() => round(amounts, budget)).toThrow(/internal: .* 2 districts/);
});
