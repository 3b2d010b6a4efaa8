import { logNormalCdf } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { noiseFloor } from '../../src/index.js';

/** Mean range of `counts[k]` normal errors of standard error `errors[k]`, by a fine midpoint rule in z: even, so it converges fast. */
function fineRange(errors: readonly number[], counts: readonly number[], step: number): number {
  const log = (z: number) => errors.reduce((sum, s, k) => sum + (counts[k] as number) * logNormalCdf(z / s), 0);
  const reach = 9 * Math.max(...errors);
  let sum = 0;
  for (let z = step / 2; z < reach; z += step) sum += 1 - Math.exp(log(z)) - Math.exp(log(-z));
  return 2 * step * sum;
}
const many = (errors: readonly number[], counts: readonly number[]): Float64Array =>
  Float64Array.from(errors.flatMap((error, k) => new Array<number>(counts[k] as number).fill(error)));

describe('noise floor', () => {
  // Range constants of quality control: Harter (1960), Table 1; the first two are 2 / sqrt(pi) and 3 / sqrt(pi).
  it.each([
    [2, 1.1283791671],
    [3, 1.6925687506],
    [5, 2.3259289473],
    [10, 3.0775054617],
    [100, 5.0151872],
  ])('of %d equal errors is d2 = %d of them', (n, d2) => {
    expect(Math.abs(noiseFloor(new Float64Array(n).fill(3)) / (3 * d2) - 1)).toBeLessThan(2e-8);
  });

  it.each([1, 1e-2, 1e-6, 1e-12, 1e-40])(
    'of two errors is their root sum of squares times sqrt(2 / pi): 1 and %d',
    (small) => {
      const closed = Math.hypot(1, small) * Math.sqrt(2 / Math.PI);
      expect(Math.abs(noiseFloor(Float64Array.of(small, 1)) / closed - 1)).toBeLessThan(1e-9);
    },
  );

  it.each([
    [1, 1, 1e-3],
    [1, 1e-3, 1e-6],
    [1e20, 1, 1e-20],
  ])('of three errors %d, %d, %d is half the mean difference of all pairs', (a, b, c) => {
    const closed = (Math.hypot(a, b) + Math.hypot(a, c) + Math.hypot(b, c)) / Math.sqrt(2 * Math.PI);
    expect(Math.abs(noiseFloor(Float64Array.of(a, b, c)) / closed - 1)).toBeLessThan(1e-9);
  });

  it.each([
    { errors: [1, 1e-3], counts: [1, 16_440], step: 5e-5 },
    { errors: [1, 0.02], counts: [1, 16_440], step: 1e-4 },
    { errors: [1, 0.3, 0.01], counts: [3, 200, 16_238], step: 1e-4 },
    { errors: [1], counts: [16_441], step: 1e-4 },
  ])('of $counts errors of $errors is that of a fine rule to 1e-8', ({ errors, counts, step }) => {
    expect(Math.abs(noiseFloor(many(errors, counts)) / fineRange(errors, counts, step) - 1)).toBeLessThan(1e-8);
  });

  it('is 0 where fewer than two errors are positive', () => {
    expect([noiseFloor(Float64Array.of()), noiseFloor(Float64Array.of(0, 2, 0))]).toEqual([0, 0]);
  });

  it('scales with the errors and does not depend on their order', () => {
    const errors = [5, 0.1, 2, 2, 0.001];
    const floor = noiseFloor(Float64Array.from(errors));
    expect(noiseFloor(Float64Array.from(errors).reverse())).toBe(floor);
    expect(noiseFloor(Float64Array.from(errors, (error) => error * 1e30)) / 1e30 / floor).toBeCloseTo(1, 12);
  });
});
