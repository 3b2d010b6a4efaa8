import { integrate, type QuadratureResult } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';

function expectHonest(result: QuadratureResult, truth: number): void {
  expect(Math.abs(result.value - truth)).toBeLessThanOrEqual(Math.max(result.error, 4e-16 * Math.abs(truth)));
  expect(result.error).toBeLessThanOrEqual(1e-12 * Math.abs(truth));
}

describe('the true error is below the stated one, which is below the tolerance', () => {
  test.each<[string, (x: number) => number, number, number, number]>([
    ['a smooth integrand', Math.exp, 0, 1, Math.E - 1],
    ['a kink', (x) => Math.abs(x - 0.3), 0, 1, 0.29],
    ['a square root', Math.sqrt, 0, 1, 2 / 3],
    ['an inverse square root', (x) => 1 / Math.sqrt(x), 0, 1, 2],
    ['a logarithm', Math.log, 0, 1, -1],
    ['a narrow peak', (x) => 1 / (1e-8 + x * x), -1, 1, 2e4 * Math.atan(1e4)],
    ['a polynomial of degree 22', (x) => x ** 22, 0, 1, 1 / 23],
  ])('%s', (_, f, a, b, truth) => expectHonest(integrate(f, a, b), truth));
});

test('fast oscillation is resolved to the absolute tolerance', () => {
  const result = integrate((x) => Math.cos(200 * x), 0, 1, { absoluteTolerance: 1e-13 });
  expect(Math.abs(result.value - Math.sin(200) / 200)).toBeLessThan(1e-13);
});

test('one panel of 15 calls is exact for a polynomial of degree 22, and not for 24', () => {
  const error = (degree: number) => {
    const result = integrate((x) => x ** degree, -1, 1, { maxPanels: 1 });
    expect(result.evaluations).toBe(15);
    return Math.abs(result.value - 2 / (degree + 1));
  };
  expect(error(22)).toBeLessThan(1e-15);
  expect(error(24)).toBeGreaterThan(1e-10);
});

test('naming a jump saves the search for it', () => {
  const jump = (x: number) => (x < Math.SQRT1_2 ? 0 : 1);
  const told = integrate(jump, 0, 1, { breaks: [Math.SQRT1_2] });
  const blind = integrate(jump, 0, 1, { tolerance: 1e-6 });
  expect(told.value).toBeCloseTo(1 - Math.SQRT1_2, 15);
  expect(told.evaluations).toBe(30);
  expect(blind.evaluations).toBeGreaterThan(200);
});

test('giving up is visible in the error', () => {
  const result = integrate((x) => 1 / Math.sqrt(Math.abs(x - 1 / 3)), 0, 1, { maxPanels: 5 });
  expect(result.error).toBeGreaterThan(1e-12 * result.value);
});

test('an empty interval integrates to 0 and a wrong one is refused', () => {
  expect(integrate(Math.exp, 2, 2)).toEqual({ value: 0, error: 0, evaluations: 0 });
  expect(() => integrate(Math.exp, 1, 0)).toThrow(
    new RangeError('interval: 1 to 0 (allowed: finite ends in ascending order)'),
  );
  expect(() => integrate(Math.exp, 0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(() => integrate(Math.exp, 0, 1, { breaks: [2] })).toThrow(new RangeError('break: 2 (allowed: from 0 to 1)'));
  expect(() => integrate(() => Number.NaN, 0, 1)).toThrow(
    new RangeError('integrand at 0.5: NaN (allowed: a finite number)'),
  );
});
