import { laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { simplexMoments } from '../../../src/exact/simplex/exact-simplex.js';
import { spread } from '../../districts.js';

describe('the exact simplex projection', () => {
  // 2e6 trials each, theory notes: alpha and L + E T.
  it.each([
    [[0, 0, 3, 3, 100], 9.334, 11.351 - 4.698],
    [[1, 2, 4, 8, 16], 6.029, 8.594 - 3.518],
  ])('of %j under Laplace noise of scale 10 has the published alpha and threshold', (counts, alpha, threshold) => {
    const found = simplexMoments(Float64Array.from(counts), laplace(10));
    expect(Math.abs(spread(found.bias) - alpha)).toBeLessThan(0.02);
    expect(Math.abs(found.threshold - threshold)).toBeLessThan(0.012);
    expect(Math.max(...found.errors)).toBeLessThan(1e-7);
  });
});
