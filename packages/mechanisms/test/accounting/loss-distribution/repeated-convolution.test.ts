import { describe, expect, it } from 'vitest';
import { repeatedConvolution } from '../../../src/accounting/loss-distribution/repeated-convolution.js';

const add = (a: Float64Array, b: Float64Array): Float64Array => {
  const sum = new Float64Array(a.length);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      const k = (i + j) % a.length;
      sum[k] = (sum[k] as number) + x * y;
    });
  });
  return sum;
};

const distribution = (n: number, weight: (k: number) => number) => {
  const weights = Float64Array.from({ length: n }, (_, k) => weight(k));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => w / total);
};

describe('repeated convolution', () => {
  it('is convolution one at a time, around the circle', () => {
    for (const n of [16, 64]) {
      const one = distribution(n, (k) => (k < 5 ? 1 + k * k : 0));
      const two = distribution(n, (k) => Math.exp(-k));
      let slow = add(two, two);
      for (let i = 0; i < 7; i++) slow = add(slow, one);
      const fast = repeatedConvolution(n, [
        { masses: one, count: 7 },
        { masses: two, count: 2 },
      ]);
      for (let k = 0; k < n; k++) expect(Math.abs((fast[k] as number) - (slow[k] as number))).toBeLessThan(1e-15);
    }
  });

  it('is binomial for many coins', () => {
    const n = 2 ** 12;
    const coin = distribution(n, (k) => (k < 2 ? 1 : 0));
    const heads = repeatedConvolution(n, [{ masses: coin, count: 2000 }]);
    let exact = 2 ** -1000;
    for (let k = 1; k <= 1000; k++) exact *= (1000 + k) / k / 2;
    // 2000 choose 1000 over 2^2000, then its neighbour.
    expect((heads[1000] as number) / exact).toBeCloseTo(1, 11);
    expect((heads[1001] as number) / (heads[1000] as number)).toBeCloseTo(1000 / 1001, 11);
  });
});
