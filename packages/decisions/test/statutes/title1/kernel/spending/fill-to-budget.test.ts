import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillToBudget } from '../../../../../src/statutes/title1/kernel/spending/fill-to-budget.js';

const fill = (weight: readonly number[], floor: readonly number[], budget: number): number[] => {
  const amount = new Float64Array(weight.length);
  fillToBudget(Float64Array.from(weight), Float64Array.from(floor), 0, weight.length, budget, amount);
  return [...amount];
};

describe('spending a budget above floors', () => {
  it('is proportional where no floor binds', () => {
    expect(fill([1, 2, 5], [0, 0, 0], 80)).toEqual([10, 20, 50]);
  });

  it.each([
    // At one rate 10, 20, 50: the first floor just binds, just not, and one floor makes another bind.
    [
      [10, 0, 0],
      [10, 20, 50],
    ],
    [
      [11, 0, 0],
      [11, (69 * 2) / 7, (69 * 5) / 7],
    ],
    [
      [9, 0, 0],
      [10, 20, 50],
    ],
    [
      [20, 19, 0],
      [20, 19, 41],
    ],
  ])('with floors %j gives %j', (floor, expected) => {
    const amount = fill([1, 2, 5], floor, 80);
    expected.forEach((value, i) => {
      expect(amount[i]).toBeCloseTo(value, 12);
    });
  });

  it('reduces floors ratably that the budget cannot pay', () => {
    expect(fill([1, 1], [60, 20], 40)).toEqual([30, 10]);
  });

  it('pays floors to those without a weight', () => {
    expect(fill([0, 1], [15, 0], 100)).toEqual([15, 85]);
  });

  it('leaves the budget where nobody has a weight or a floor', () => {
    expect(fill([0, 0], [0, 0], 100)).toEqual([0, 0]);
  });

  it('spends everything, respects floors, and rises with the weight', () => {
    const entity = fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.array(entity, { minLength: 1, maxLength: 12 }), (entities) => {
        const weight = entities.map(([w]) => w);
        const floor = entities.map(([, f]) => f);
        const floors = floor.reduce((a, b) => a + b, 0);
        fc.pre(weight.some((w) => w > 1e-3));
        const amount = fill(weight, floor, 1.5 * floors + 1);
        expect(amount.reduce((a, b) => a + b, 0)).toBeCloseTo(1.5 * floors + 1, 6);
        amount.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(floor[i] as number);
          const more = fill(weight.with(i, 2 * (weight[i] as number)), floor, 1.5 * floors + 1)[i] as number;
          expect(more).toBeGreaterThanOrEqual(value - 1e-9 * value);
        });
      }),
    );
  });
});
