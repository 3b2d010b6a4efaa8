import { integrateHalfLine } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';

describe('the half line is integrated to 1e-12 and says so', () => {
  test.each<[string, (x: number) => number, number]>([
    ['a decaying exponential', (x) => Math.exp(-x), 1],
    ['a singularity at 0', (x) => Math.exp(-x) / Math.sqrt(x), Math.sqrt(Math.PI)],
    ['a logarithm at 0', (x) => Math.exp(-x) * Math.log(x), -0.5772156649015329],
    ['an algebraic tail', (x) => 1 / (1 + x * x), Math.PI / 2],
    ['mass near 1e-6 that the scale does not name', (x) => 1e6 * Math.exp(-1e6 * x), 1],
    ['mass near 1e6 that the scale does not name', (x) => 1e-6 * Math.exp(-1e-6 * x), 1],
    ['a Gamma density of shape 5', (x) => (x ** 4 * Math.exp(-x)) / 24, 1],
    ['a peak of width 1 at 100', (x) => Math.exp(-0.5 * (x - 100) ** 2), Math.sqrt(2 * Math.PI)],
  ])('%s', (_, f, truth) => {
    const result = integrateHalfLine(f);
    expect(Math.abs(result.value / truth - 1)).toBeLessThan(1e-12);
    expect(result.error).toBeLessThanOrEqual(1e-12 * Math.abs(truth));
    expect(result.evaluations).toBeLessThan(1500);
  });
});

test('a scale that names the place saves calls', () => {
  const f = (x: number) => 1e6 * Math.exp(-1e6 * x);
  expect(integrateHalfLine(f, { scale: 1e-6 }).evaluations).toBeLessThan(integrateHalfLine(f).evaluations);
});

test('a looser tolerance costs less and keeps its word', () => {
  const f = (x: number) => Math.exp(-x) * Math.cos(3 * x);
  const loose = integrateHalfLine(f, { tolerance: 1e-3 });
  expect(Math.abs(loose.value - 0.1)).toBeLessThanOrEqual(1e-4);
  expect(loose.evaluations).toBeLessThan(integrateHalfLine(f).evaluations);
});

test('an integrand of zeros is 0 and one that is not finite is refused', () => {
  expect(integrateHalfLine(() => 0).value).toBe(0);
  expect(() => integrateHalfLine(() => Number.POSITIVE_INFINITY)).toThrow(RangeError);
});

test('options out of range are refused by name', () => {
  expect(() => integrateHalfLine(Math.exp, { scale: 0 })).toThrow(
    new RangeError('scale: 0 (allowed: a finite number above 0)'),
  );
  expect(() => integrateHalfLine(Math.exp, { tolerance: 0 })).toThrow(
    new RangeError('tolerance: 0 (allowed: above 0)'),
  );
});
