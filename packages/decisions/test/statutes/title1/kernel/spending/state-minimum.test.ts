import { expect, it } from 'vitest';
import { fillStateMinimums } from '../../../../../src/statutes/title1/kernel/spending/state-minimum.js';
import { title1Fy2021 } from '../../../../../src/statutes/title1/law/title1-fy2021.js';

const { basic, concentration, targeted } = title1Fy2021.grants;
const minimums = (rule: typeof basic, budget: number, children: readonly number[], scale = 1): number[] => {
  const into = new Float64Array(children.length);
  fillStateMinimums(rule.stateMinimum, budget, scale, Float64Array.from(children), into);
  return [...into];
};

it('is .35 % for a state with many children, and less for one with few', () => {
  // 1,000,000 for 1,000 children: .35 % is 3,500; 150 % of the average grant is 1,500 a child.
  const [many, few, just] = minimums(targeted, 1e6, [995, 1, 4]) as [number, number, number];
  expect(many).toBe(3500);
  expect(few).toBe((3500 + 1500) / 2);
  expect(just).toBe(3500);
  const [lower, upper] = minimums(targeted, 1e6, [7 / 3, 1000 - 7 / 3]);
  expect(lower).toBeCloseTo(3500, 9);
  expect(upper).toBe(3500);
});

it.each([
  [7_397_690_000, 18_494_225],
  [7_397_690_000 - 400, 18_494_224],
  [7_397_690_000 + 1000, 18_494_228.5],
])('of basic grants is .25 %% up to fiscal year 2001 and .35 %% of what is above: of %i, %d', (budget, expected) => {
  expect(minimums(basic, budget, [1e6, 1e6])[0]).toBeCloseTo(expected, 6);
});

it('of concentration grants is taken with at least $340,000', () => {
  // 1.362301e9: .25 % is 3,405,752.50; a state without children: the mean of that and 340,000.
  const [none] = minimums(concentration, 1_362_301_000, [0, 1e6]);
  expect(none).toBeCloseTo((3_405_752.5 + 340_000) / 2, 6);
});

it('scales with the money', () => {
  const one = minimums(concentration, 1_362_301_000, [10, 5e5, 1e6]);
  const half = minimums(concentration, 1_362_301_000 / 2, [10, 5e5, 1e6], 0.5);
  half.forEach((value, s) => {
    expect(value).toBeCloseTo((one[s] as number) / 2, 6);
  });
});

it('is half of the plain one for states without any children', () => {
  expect(minimums(targeted, 1e6, [0, 0])).toEqual([1750, 1750]);
});
