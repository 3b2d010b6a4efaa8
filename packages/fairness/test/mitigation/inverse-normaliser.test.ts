import { describe, expect, it } from 'vitest';
import { inverseNormaliserBias } from '../../src/series/inverse-normaliser.js';

// Principal values, computed to 40 digits: t (exp(t) E1(t) + exp(-t) Ei(t)) / 2 - 1 with t = 1 / r for Laplace noise, and
// sqrt(2) / r Dawson(1 / (sqrt(2) r)) - 1 for Gaussian noise (mpmath 1.3).
const known = [
  ['laplace', 0.01, 0.00020024072406877593],
  ['laplace', 600 / 11_500, 0.005639741435002232],
  ['laplace', 0.08, 0.014089346259753097],
  ['gaussian', 0.01, 0.00010003001501050945],
  ['gaussian', 0.1, 0.010316156491859888],
  ['gaussian', 0.15, 0.02422394287026435],
] as const;

describe('dividing by a noisy normaliser', () => {
  it.each(known)('%s noise of ratio %d is within its stated error of the principal value', (kind, ratio, value) => {
    const { bias, error } = inverseNormaliserBias(kind, ratio);
    expect(Math.abs(bias - value)).toBeLessThanOrEqual(error + 4 * Number.EPSILON * value);
    expect(error).toBeLessThan(0.01 * value);
  });

  it('states an error of everything where the noise is as large as the normaliser', () => {
    expect(inverseNormaliserBias('laplace', 1)).toEqual({ bias: 0, error: 1 });
  });

  it('states a larger error for more noise', () => {
    const errors = [0.02, 0.05, 0.1, 0.2, 0.5].map((ratio) => inverseNormaliserBias('laplace', ratio).error);
    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
  });
});
