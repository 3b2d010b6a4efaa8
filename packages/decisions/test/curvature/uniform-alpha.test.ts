import { expect, test } from 'vitest';
import { curvatureBias, curvatureOf, decisionNames, linearCurvature, uniformAlpha } from '../../src/index.js';
import { squareCurvature } from './quadratic-curvature.js';

const input = { counts: { count: Float64Array.of(1, 2, 3) }, fixed: {} };
const variance = 800;

test('a quadratic outcome c x^2 has the bias c Var, and alpha (max c - min c) Var for all counts', () => {
  const c = [0.5, -1, 2];
  // Noise of two equally likely values +-sd has the variance itself as its only fact: E c (x + noise)^2 - c x^2 = c Var.
  const sd = Math.sqrt(variance);
  const twoPoints = (x: number, k: number) => (k * (x + sd) ** 2 + k * (x - sd) ** 2) / 2 - k * x * x;
  curvatureBias(squareCurvature(c), input, variance).forEach((bias, i) => {
    expect(bias).toBeCloseTo(twoPoints(i + 1, c[i] as number), 9);
  });
  expect(uniformAlpha(squareCurvature(c), input, variance)).toEqual({ exists: true, value: 3 * variance });
});

test('a linear outcome has alpha 0, and so has a quadratic whose traces agree', () => {
  expect(uniformAlpha(linearCurvature, input, variance)).toEqual({ exists: true, value: 0 });
  expect(uniformAlpha(squareCurvature([4, 4, 4]), input, variance)).toEqual({ exists: true, value: 0 });
});

test('shares have none, because their curvature varies with the counts', () => {
  expect(uniformAlpha(curvatureOf('allotment'), input, variance)).toEqual({
    exists: false,
    because: 'curvature-varies',
  });
});

test('a rule has none, because it has steps', () => {
  expect(curvatureOf('threshold')).toBeNull();
  expect(uniformAlpha(null, input, variance)).toEqual({ exists: false, because: 'steps' });
});

test('every decision is either smooth or has steps', () => {
  expect(decisionNames.filter((name) => curvatureOf(name) !== null).sort()).toEqual(['allotment', 'identity']);
  const zero = curvatureOf('identity');
  expect([...(zero?.trace(input) ?? [1])]).toEqual([0, 0, 0]);
  expect([...(zero?.product(input, 1, Float64Array.of(1, 1, 1)) ?? [1])]).toEqual([0, 0, 0]);
});
