import { findRoot, findRootNewton } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';

type Case = [
  claim: string,
  f: (x: number) => number,
  slope: (x: number) => number,
  lower: number,
  upper: number,
  root: number,
  most: number,
];

const cases: Case[] = [
  ['a simple root', (x) => x * x - 2, (x) => 2 * x, 0, 2, Math.SQRT2, 12],
  ['a falling function', (x) => Math.cos(x), (x) => -Math.sin(x), 0, 3, Math.PI / 2, 20],
  ['a root of order nine', (x) => (x - 1) ** 9, (x) => 9 * (x - 1) ** 8, 0, 3.3, 1, 250],
  ['a cliff', (x) => Math.tanh(1e8 * (x - 0.123)), (x) => 1e8 / Math.cosh(1e8 * (x - 0.123)) ** 2, -1, 1, 0.123, 60],
  ['a step without slope', (x) => (x < 1 / 3 ? -1 : 1e10), () => 0, -1e10, 1e10, 1 / 3, 250],
  ['a function that overflows', (x) => Math.exp(x) - 1e-10, Math.exp, -700, 1000, Math.log(1e-10), 60],
  ['a root at the lower end', (x) => x, () => 1, 0, 5, 0, 3],
  ['a root at the upper end', (x) => x - 5, () => 1, 0, 5, 5, 3],
  ['a bracket of 600 decades', Math.log, (x) => 1 / x, 1e-300, 1e300, 1, 2200],
];

const finders: [string, (c: Case, count: () => void) => number][] = [
  [
    'findRoot',
    ([, f, , lower, upper], count) =>
      findRoot(
        (x) => {
          count();
          return f(x);
        },
        lower,
        upper,
      ),
  ],
  [
    'findRootNewton',
    ([, f, slope, lower, upper], count) =>
      findRootNewton(
        (x) => {
          count();
          return [f(x), slope(x)];
        },
        lower + (upper - lower) / 3,
        lower,
        upper,
      ),
  ],
];

describe.each(finders)('%s finds', (_, find) => {
  test.each(cases.map((c) => [c[0], c] as const))('%s', (_claim, c) => {
    let calls = 0;
    const root = find(c, () => calls++);
    expect(Math.abs(root - c[5])).toBeLessThanOrEqual(1e-14 * Math.abs(c[5]));
    expect(calls).toBeLessThanOrEqual(c[6]);
  });

  test('a root only where the ends bracket one', () => {
    const at = (f: (x: number) => number, lower: number, upper: number) => () =>
      find(['', f, () => 1, lower, upper, 0, 0], () => {});
    expect(at((x) => x * x + 1, -1, 1)).toThrow(
      new RangeError('function at the ends of -1 to 1: 2, 2 (allowed: opposite signs)'),
    );
    expect(at((x) => x, 1, -1)).toThrow(new RangeError('bracket: 1 to -1 (allowed: finite ends in ascending order)'));
    expect(at(() => Number.NaN, 0, 1)).toThrow(RangeError);
    expect(at((x) => (Math.abs(x) < 1 ? Number.NaN : x), -1, 2)).toThrow(/^function at .*: NaN \(allowed: a number\)$/);
  });
});

test('a tolerance stops the search early, inside it', () => {
  let calls = 0;
  const f = (x: number) => {
    calls++;
    return (x - 1) ** 9;
  };
  expect(Math.abs(findRoot(f, 0, 3.3, { tolerance: 0.01 }) - 1)).toBeLessThanOrEqual(0.01);
  expect(calls).toBeLessThan(60);
});

test('running out of evaluations is an error, not an answer', () => {
  expect(() => findRoot((x) => Math.exp(x) - 2, -50, 50, { maxEvaluations: 5 })).toThrow(
    /^evaluations to find a root in -50 to 50: 5/,
  );
  expect(() => findRootNewton((x) => [Math.exp(x) - 2, Math.exp(x)], 0, -50, 50, { maxEvaluations: 5 })).toThrow(
    RangeError,
  );
});
