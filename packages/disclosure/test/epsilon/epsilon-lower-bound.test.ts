import { epsilonFromRates, epsilonLowerBound } from '@dpfair/disclosure';
import { normalQuantile } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';

describe('epsilon from two rates', () => {
  it('is the logarithm of their ratio, less delta, at the worst ends of both intervals', () => {
    expect(epsilonFromRates({ lower: 0.51, upper: 0.9 }, { lower: 0, upper: 0.1 }, 0.01)).toBeCloseTo(Math.log(5), 12);
  });

  it('looks from the other side too: absent rows that are nearly always known', () => {
    expect(epsilonFromRates({ lower: 0.9, upper: 1 }, { lower: 0.4, upper: 0.49 }, 0.01)).toBeCloseTo(Math.log(5), 12);
  });

  it('is nothing where the intervals do not part', () => {
    expect(epsilonFromRates({ lower: 0.1, upper: 0.3 }, { lower: 0.1, upper: 0.3 }, 0)).toBe(0);
    expect(epsilonFromRates({ lower: 0, upper: 1 }, { lower: 0, upper: 1 }, 1e-5)).toBe(0);
  });
});

describe('a lower bound on epsilon', () => {
  const options = { method: 'test', delta: 1e-5 };
  const steps = (n: number, from: number) => Float64Array.from({ length: n }, (_, k) => from + k / n);

  it('of an attack that never errs is what so many trials can show', () => {
    const bound = epsilonLowerBound({ present: steps(200, 10), absent: steps(200, 0) }, options);
    // 100 of 100 right on either side: lower end .025^(1/100) of one rate, one minus it of the other.
    const end = 0.025 ** 0.01;
    expect(bound.lower).toBeCloseTo(Math.log((end - 1e-5) / (1 - end)), 9);
    expect(bound).toMatchObject({ trials: 400, confidence: 0.95, claimed: null, truePositive: { estimate: 1 } });
    expect(bound.gaussian).toBeGreaterThan(bound.lower as number);
  });

  it('is null where scores say nothing', () => {
    const bound = epsilonLowerBound({ present: steps(100, 0), absent: steps(100, 0) }, options);
    expect([bound.lower, bound.gaussian]).toEqual([null, null]);
  });

  it('of a Gaussian trade-off is below epsilon of its mu, by what so many trials cost', () => {
    // Trials with the row at the quantiles of N(mu, 1), the others at those of N(0, 1).
    const quantiles = (mu: number) =>
      Float64Array.from({ length: 4000 }, (_, k) => mu + normalQuantile((k + 0.5) / 4000));
    const bound = epsilonLowerBound({ present: quantiles(2), absent: quantiles(0) }, options);
    // delta(eps) = Phi(-eps/mu + mu/2) - e^eps Phi(-eps/mu - mu/2) = 1e-5 at mu = 2 (mpmath, 30 digits).
    const epsilon = 9.9972561464343;
    expect(bound.gaussian).toBeLessThan(epsilon);
    expect(bound.gaussian).toBeGreaterThan(0.9 * epsilon);
    expect(bound.lower).toBeLessThan(bound.gaussian as number);
  });

  it.each([
    ['few trials', { present: steps(3, 0), absent: steps(9, 0) }, {}, /trials of either kind: 3/],
    [
      'a score that is no number',
      { present: Float64Array.of(1, 2, Number.NaN, 1), absent: steps(9, 0) },
      {},
      /trial with the row 2/,
    ],
    ['delta', { present: steps(4, 0), absent: steps(4, 0) }, { delta: 1 }, /delta: 1/],
    ['confidence', { present: steps(4, 0), absent: steps(4, 0) }, { confidence: 1 }, /confidence: 1/],
  ])('refuses %s that are not allowed', (_, scores, changes, message) => {
    expect(() => epsilonLowerBound(scores, { ...options, ...changes })).toThrow(message);
  });
});
