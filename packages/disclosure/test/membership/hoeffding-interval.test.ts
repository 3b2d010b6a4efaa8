import { describe, expect, it } from 'vitest';
import { hoeffdingInterval } from '../../src/membership/hoeffding-interval.js';

describe("Hoeffding's interval", () => {
  it.each([2, 7, 60])(
    'of one half ends where 4 a (1 - a) = (1 - confidence)^(2 / pairs) / 2^(2 / pairs) (%i pairs)',
    (pairs) => {
      const { lower, upper } = hoeffdingInterval(0.5, pairs, 0.95);
      const root = Math.sqrt(1 - 0.025 ** (2 / pairs)) / 2;
      expect(lower).toBeCloseTo(0.5 - root, 12);
      expect(upper).toBeCloseTo(0.5 + root, 12);
    },
  );

  it.each([
    [0.96, 5, 0.95, 0.3975871206104, 0.9999999998533542],
    [0.001, 40, 0.9, 1.0969146736e-36, 0.0771783062342],
    [0.7, 3, 0.99, 0.034018926185, 0.9996374642857],
  ])(
    'of %f from %i pairs at %f is that of bisection in 30 digits (mpmath)',
    (estimate, pairs, confidence, low, high) => {
      const { lower, upper } = hoeffdingInterval(estimate, pairs, confidence);
      expect(lower / low).toBeCloseTo(1, 9);
      expect((1 - upper) / (1 - high)).toBeCloseTo(1, 5);
    },
  );

  it('stays inside (0, 1), reaches farther with more confidence and less far with more pairs', () => {
    for (const estimate of [1e-9, 0.3, 0.999]) {
      const widths = [2, 20, 200].flatMap((pairs) =>
        [0.99999, 0.9].map((confidence) => {
          const { lower, upper } = hoeffdingInterval(estimate, pairs, confidence);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(estimate);
          expect(upper).toBeGreaterThanOrEqual(estimate);
          expect(upper).toBeLessThanOrEqual(1);
          return upper - lower;
        }),
      );
      expect(widths[1]).toBeLessThan(widths[0] as number);
      expect([widths[0], widths[2], widths[4]]).toEqual(
        [widths[0], widths[2], widths[4]].sort((a, b) => (b as number) - (a as number)),
      );
    }
  });

  it('goes over into that of Clopper and Pearson where no pair fails', () => {
    expect(hoeffdingInterval(1 - 1e-13, 8, 0.95).lower).toBeCloseTo(0.025 ** (1 / 8), 10);
  });
});
