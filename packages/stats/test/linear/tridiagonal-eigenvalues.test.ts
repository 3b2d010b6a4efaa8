import fc from 'fast-check';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { tridiagonalEigenvalues } from '../../src/linear/tridiagonal-eigenvalues.js';

const ascending = (values: Iterable<number>) => [...values].sort((a, b) => a - b);

describe('eigenvalues of a tridiagonal matrix', () => {
  it.each([1, 2, 3, 50, 255])(
    'of second differences are 2 - 2 cos(k pi / (n + 1)), and the last components sines: n = %i',
    (n) => {
      const { values, lastComponents } = tridiagonalEigenvalues(new Array(n).fill(2), new Array(n - 1).fill(-1));
      const order = [...values.keys()].sort((i, j) => (values[i] as number) - (values[j] as number));
      order.forEach((at, index) => {
        const angle = ((index + 1) * Math.PI) / (n + 1);
        expect(values[at]).toBeCloseTo(2 - 2 * Math.cos(angle), 13);
        expect(Math.abs(lastComponents[at] as number)).toBeCloseTo(
          Math.sqrt(2 / (n + 1)) * Math.sin(n * angle) * (-1) ** index,
          12,
        );
      });
    },
  );

  it('are those of another library, whatever the numbers, zeros beside the diagonal and equal values too', () => {
    // Numbers below 1e-290 have too few digits for anything to hold.
    const normal = fc.double({ min: -3, max: 3, noNaN: true }).map((value) => (Math.abs(value) < 1e-290 ? 0 : value));
    const element = fc.oneof(fc.constantFrom(0, 1, -1, 1e-200, 1e8), normal);
    fc.assert(
      fc.property(fc.array(fc.tuple(element, element), { minLength: 1, maxLength: 12 }), (rows) => {
        const diagonal = rows.map(([value]) => value);
        const beside = rows.slice(1).map(([, value]) => value);
        const matrix = Matrix.diag(diagonal);
        beside.forEach((value, k) => {
          matrix.set(k, k + 1, value);
          matrix.set(k + 1, k, value);
        });
        const theirs = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
        const { values, lastComponents } = tridiagonalEigenvalues(diagonal, beside);
        const largest = Math.max(1e-290, ...theirs.realEigenvalues.map(Math.abs));
        ascending(values).forEach((value, k) => {
          expect(Math.abs(value - (ascending(theirs.realEigenvalues)[k] as number)) / largest).toBeLessThan(1e-13);
        });
        // Any row of an orthogonal matrix is a unit vector, and the matrix has its moments.
        expect(lastComponents.reduce((sum, one) => sum + one * one, 0)).toBeCloseTo(1, 12);
        const moment = lastComponents.reduce((sum, one, k) => sum + one * one * (values[k] as number), 0);
        expect(Math.abs(moment - (diagonal.at(-1) as number)) / largest).toBeLessThan(1e-13);
      }),
      { numRuns: 300 },
    );
  });

  it('of no rows are none', () => {
    expect(tridiagonalEigenvalues([], []).values).toEqual(new Float64Array(0));
  });
});
