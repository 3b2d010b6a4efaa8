import { describe, expect, it } from 'vitest';
import { scalingOf } from '../../../src/examples/fit/scaling.js';

describe('scalingOf', () => {
  it('gives mean and standard deviation with divisor n, also far from 0', () => {
    for (const shift of [0, 1e9]) {
      const { mean, deviation } = scalingOf(
        Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9).map((x) => x + shift),
        true,
        undefined,
      );
      expect([mean, deviation]).toEqual([5 + shift, 2]);
    }
  });

  it('takes off the mean alone where all numbers are the same, and nothing where there are none', () => {
    expect(scalingOf(Float64Array.of(0.1, 0.1, 0.1), true, undefined)).toMatchObject({
      deviation: 1,
      scaledBy: 'training',
    });
    expect(scalingOf(new Float64Array(0), true, undefined)).toEqual({ mean: 0, deviation: 1, scaledBy: 'nothing' });
  });

  it('takes what is publicly known, unless nothing is to be scaled', () => {
    expect(scalingOf(Float64Array.of(1, 2), true, [3, 4])).toEqual({ mean: 3, deviation: 4, scaledBy: 'public' });
    expect(scalingOf(Float64Array.of(1, 2), false, undefined)).toEqual({ mean: 0, deviation: 1, scaledBy: 'nothing' });
  });
});
