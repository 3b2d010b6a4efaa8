import { gaussian, laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { exactClippingBias } from '../../src/index.js';

describe('exact clipping bias', () => {
  it('is (b / 2) exp(-x / b) for Laplace noise', () => {
    const { bias } = exactClippingBias(Float64Array.of(0, 5, 20), laplace(10));
    expect(Array.from(bias, (b) => b.toPrecision(6))).toEqual(['5.00000', '3.03265', '0.676676']);
  });

  it('is the normal loss function for Gaussian noise', () => {
    const sigma = 25 * Math.sqrt(0.8);
    const expected = [8.920621, 4.798107, 0.931166, 0.0866008, 0.00629117, 1.77847e-5];
    const { bias } = exactClippingBias(Float64Array.of(0, 10, 30, 51, 69, 100), gaussian(sigma));
    bias.forEach((b, i) => {
      expect(b / (expected[i] as number)).toBeCloseTo(1, 5);
    });
  });
});
