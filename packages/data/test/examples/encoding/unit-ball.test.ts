import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToUnitBall, largestNorm } from '../../../src/examples/encoding/unit-ball.js';

describe('the unit ball', () => {
  it('holds every row afterwards, whatever rounding does, in the direction that it had', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 8 }), (rows) => {
        const features = Float64Array.from(rows.flat());
        const radius = largestNorm(features, 3) || 1;
        cutToUnitBall(features, 3, radius);
        rows.forEach((row, at) => {
          const cut = [...features.subarray(3 * at, 3 * at + 3)];
          expect(Math.sqrt(cut.reduce((sum, x) => sum + x * x, 0))).toBeLessThanOrEqual(1);
          const scaled = row.map((x) => x / radius);
          // The radius of the smallest doubles is rounded to one of them.
          const length = Math.max(1, Math.hypot(...scaled));
          scaled.forEach((x, column) => {
            expect(cut[column]).toBeCloseTo(x / length, 10);
          });
        });
      }),
    );
  });

  it('leaves rows inside alone but for the radius, and cuts those outside to its surface', () => {
    const features = Float64Array.of(3, 4, 30, 40);
    cutToUnitBall(features, 2, 10);
    expect([...features.subarray(0, 2)]).toEqual([0.3, 0.4]);
    expect(features[2]).toBeCloseTo(0.6, 11);
    expect(features[3]).toBeCloseTo(0.8, 11);
    expect(largestNorm(Float64Array.of(3, 4, 0, 1), 2)).toBe(5);
  });

  it.each([1e-300, 8.3e-162, 1e-150, 1e160, 1e300])(
    'knows the largest norm of rows of size %d, whose squares a double cannot hold',
    (size) => {
      expect(largestNorm(Float64Array.of(3 * size, 4 * size, 0, size), 2) / (5 * size)).toBeCloseTo(1, 14);
      expect(largestNorm(Float64Array.of(0, 0), 2)).toBe(0);
    },
  );
});
