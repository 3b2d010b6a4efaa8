import { describe, expect, it } from 'vitest';
import { largestEigenvalue } from '../../src/index.js';

const byMatrix = (matrix: readonly (readonly number[])[]) => (vector: Float64Array, into: Float64Array) => {
  matrix.forEach((row, i) => {
    into[i] = row.reduce((sum, value, j) => sum + value * (vector[j] as number), 0);
  });
};

describe('the largest eigenvalue', () => {
  it('is that of the second difference matrix, 2 + 2 cos(pi / (n + 1)), whose spectrum is crowded at the top', () => {
    const size = 120;
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_unused, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const start = Float64Array.from({ length: size }, (_, k) => Math.sin(k * k + 1));
    const found = largestEigenvalue(byMatrix(matrix), start);
    expect(found.value).toBeCloseTo(2 + 2 * Math.cos(Math.PI / (size + 1)), 12);
    expect(found.residual).toBeLessThan(1e-7);
  });

  it('is the largest, not the largest in size', () => {
    const found = largestEigenvalue(
      byMatrix([
        [-9, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
      ]),
      Float64Array.of(1, 2, 3),
    );
    expect(found.value).toBeCloseTo(1, 14);
  });

  it('states how far it may be when it may not go on: there is an eigenvalue within the residual', () => {
    const size = 60;
    const diagonal = (vector: Float64Array, into: Float64Array) => {
      into.forEach((_, k) => {
        into[k] = (vector[k] as number) * Math.sqrt(k);
      });
    };
    const found = largestEigenvalue(diagonal, new Float64Array(size).fill(1), { products: 6 });
    expect(found.products).toBe(6);
    expect(found.residual).toBeGreaterThan(1e-3);
    expect(found.value).toBeLessThan(Math.sqrt(59));
    const nearest = Math.min(...Array.from({ length: size }, (_, k) => Math.abs(Math.sqrt(k) - found.value)));
    expect(nearest).toBeLessThanOrEqual(found.residual);
  });

  it('is 0 of the zero matrix, and the number itself of one row', () => {
    expect(
      largestEigenvalue(
        byMatrix([
          [0, 0],
          [0, 0],
        ]),
        Float64Array.of(1, 2),
      ),
    ).toEqual({
      value: 0,
      residual: 0,
      products: 1,
    });
    expect(largestEigenvalue(byMatrix([[-4]]), Float64Array.of(3)).value).toBe(-4);
  });

  it('refuses a start of zeros and products that are not finite', () => {
    expect(() => largestEigenvalue(byMatrix([[1]]), Float64Array.of(0))).toThrow(RangeError);
    expect(() => largestEigenvalue(byMatrix([[Number.NaN]]), Float64Array.of(1))).toThrow(
      /product with the matrix: NaN/,
    );
  });
});
