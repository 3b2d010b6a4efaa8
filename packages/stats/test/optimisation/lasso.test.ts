import { describe, expect, it } from 'vitest';
import { lassoOf } from '../../src/optimisation/lasso.js';

/** Entries that look random. */
const entry = (i: number, k: number, salt: number) => (((7 * i * i + 3 * k * k + 5 * i * k + salt) % 11) - 5) / 5;

describe('the lasso', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'has the slopes that its minimum must have, for dependent coefficients too (case %i)',
    (salt) => {
      const size = 5;
      // Rank 3: two coefficients more than M tells apart.
      const matrix = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_unused, j) =>
          [0, 1, 2].reduce((sum, k) => sum + entry(i, k, salt) * entry(j, k, salt), 0),
        ),
      );
      const right = Array.from({ length: size }, (_, i) =>
        [0, 1, 2].reduce((sum, k) => sum + entry(i, k, salt) * entry(k, 9, salt), 0),
      );
      for (const bound of [1e-6, 0.05, 0.3]) {
        const found = lassoOf(matrix, right, bound);
        matrix.forEach((row, k) => {
          const slope = row.reduce((rest, value, j) => rest - value * (found[j] as number), right[k] as number);
          if (found[k] === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(bound + 1e-9);
          else expect(slope).toBeCloseTo(bound * Math.sign(found[k] as number), 9);
        });
      }
    },
  );

  it('without a bound solves the equations', () => {
    const found = lassoOf(
      [
        [2, 1],
        [1, 3],
      ],
      [-1, 4],
      0,
    );
    expect(found[0]).toBeCloseTo(-1.4, 12);
    expect(found[1]).toBeCloseTo(1.8, 12);
  });

  it('leaves out what has no curvature', () => {
    expect([
      ...lassoOf(
        [
          [0, 0],
          [0, 4],
        ],
        [0, 3],
        1,
      ),
    ]).toEqual([0, expect.closeTo(0.5, 12)]);
  });
});
