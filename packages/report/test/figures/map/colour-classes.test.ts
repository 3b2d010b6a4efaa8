import fc from 'fast-check';
import { expect, it } from 'vitest';
import { colourClasses } from '../../../src/figures/map/colour-classes.js';

it('classes end at ones and threes below the largest size, in the unit shown, the same on both sides of zero', () => {
  const percent = colourClasses([-0.24, 0.05, 0.2, -0.011], 100, 1e-3);
  expect(percent.ends.map((end) => Math.round(1e6 * end) / 1e6)).toEqual([0.01, 0.03, 0.1, 0.24]);
  expect([-0.24, -0.1, -0.05, -0.03, -0.02, -0.009, 0, 0.009, 0.011, 0.05, 0.2].map(percent.of)).toEqual([
    -3, -3, -2, -2, -1, -0, 0, 0, 1, 2, 3,
  ]);
});

it('an extreme does not leave all others without a colour: classes are then ten times as wide', () => {
  const { ends } = colourClasses([7.44, ...Array.from({ length: 99 }, (_, k) => k * 1e-3)], 1, 0.01);
  expect(ends).toEqual([0.01, 0.1, 1, 7.44]);
});

it('what is too small to be told apart has no classes of its own', () => {
  expect(colourClasses([0.5, 0.002], 1, 0.01).ends).toEqual([0.03, 0.1, 0.3, 0.5]);
  expect(colourClasses([0.05, 0.002], 1, 0.01).ends).toEqual([0.01, 0.03, 0.05]);
  expect(colourClasses([0.005, 0.002], 1, 0.01).of(0.005)).toBe(0);
});

it('nothing but zeros is one class', () => {
  const { ends, of } = colourClasses([0, 0], 100, 1e-3);
  expect([ends, of(0)]).toEqual([[], 0]);
});

it('whatever the values, ends rise and the extremes are in the outer classes', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
      const { ends, of } = colourClasses(values, 1, 0);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      const largest = values.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
      expect(Math.abs(of(largest))).toBe(ends.length === 0 ? 0 : 3);
    }),
  );
});
