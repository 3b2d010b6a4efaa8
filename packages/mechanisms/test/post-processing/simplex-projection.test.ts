import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectionOntoSimplex, projectOntoSimplex, projectOntoSum, simplexThreshold } from '../../src/index.js';

const project = (values: readonly number[], total: number, start?: number): number[] => {
  const array = Float64Array.from(values);
  projectOntoSimplex(array, total, start);
  return [...array];
};

/** Outside truth for small n: the active set, among all, that meets the KKT conditions best. */
function bruteForce(values: readonly number[], total: number): number[] {
  let best: number[] = [];
  let leastFault = Number.POSITIVE_INFINITY;
  for (let set = 1; set < 2 ** values.length; set++) {
    const isActive = (i: number) => (set >> i) % 2 === 1;
    const active = values.filter((_, i) => isActive(i));
    const threshold = (active.reduce((s, v) => s + v, 0) - total) / active.length;
    // Active values lie above the threshold, the others at or below it.
    const faults = values.map((v, i) => Math.max(0, isActive(i) ? threshold - v : v - threshold));
    const fault = Math.max(...faults);
    if (fault >= leastFault) continue;
    leastFault = fault;
    best = values.map((v, i) => (isActive(i) ? Math.max(0, v - threshold) : 0));
  }
  return best;
}

const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const total = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
const vector = fc.array(value, { minLength: 1, maxLength: 60 });

describe('simplex projection', () => {
  it('gives the worked example (5, -3, 10) on total 10', () => {
    const sum = Float64Array.of(5, -3, 10);
    projectOntoSum(sum, 10);
    expect([...sum].map((v) => v.toFixed(4))).toEqual(['4.3333', '-3.6667', '9.3333']);
    expect(project([5, -3, 10], 10)).toEqual([2.5, 0, 7.5]);
  });

  it('equals brute force over active sets for up to eight values', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), total, (values, sum) => {
        const expected = bruteForce(values, sum);
        project(values, sum).forEach((v, i) => {
          expect(Math.abs(v - (expected[i] as number))).toBeLessThan(1e-9 * (sum + Math.max(...values.map(Math.abs))));
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('satisfies the KKT conditions to 1e-12', () => {
    fc.assert(
      fc.property(vector, total, (values, sum) => {
        const result = project(values, sum);
        const threshold = simplexThreshold(Float64Array.from(values), sum);
        const size = sum + Math.max(...values.map(Math.abs));
        result.forEach((v, i) => {
          expect(v).toBeGreaterThanOrEqual(0);
          expect(Math.abs(v - Math.max((values[i] as number) - threshold, 0))).toBeLessThanOrEqual(1e-12 * size);
        });
        expect(Math.abs(result.reduce((s, v) => s + v, 0) - sum)).toBeLessThanOrEqual(1e-12 * size);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same threshold from any start', () => {
    fc.assert(
      fc.property(vector, total, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (values, sum, start) => {
        const size = sum + Math.max(...values.map(Math.abs));
        const reference = project(values, sum);
        project(values, sum, start).forEach((v, i) => {
          expect(Math.abs(v - (reference[i] as number))).toBeLessThanOrEqual(1e-12 * size);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('is idempotent, keeps the order and commutes with permutations', () => {
    fc.assert(
      fc.property(vector, total, (values, sum) => {
        const once = project(values, sum);
        const size = sum + Math.max(...values.map(Math.abs));
        project(once, sum).forEach((v, i) => {
          expect(Math.abs(v - (once[i] as number))).toBeLessThanOrEqual(1e-12 * size);
        });
        for (let i = 1; i < values.length; i++) {
          if ((values[i] as number) >= (values[i - 1] as number)) {
            expect(once[i]).toBeGreaterThanOrEqual(once[i - 1] as number);
          }
        }
        project([...values].reverse(), sum)
          .reverse()
          .forEach((v, i) => {
            expect(Math.abs(v - (once[i] as number))).toBeLessThanOrEqual(1e-12 * size);
          });
      }),
    );
  });

  it('is the same after the sum projection', () => {
    const values = Float64Array.of(12, -40, 7, 3, 900, -2);
    const direct = project([...values], 50);
    projectOntoSum(values, 50);
    project([...values], 50).forEach((v, i) => {
      expect(v).toBeCloseTo(direct[i] as number, 11);
    });
  });

  it('keeps the sum to the last bits for 100,000 values of very different size', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * 10 ** (i % 7));
    projectOntoSimplex(values, 1e9);
    const sorted = values.toSorted();
    expect(Math.abs(sorted.reduce((s, v) => s + v, 0) / 1e9 - 1)).toBeLessThan(1e-13);
  });

  it('ends where rounding decides which values are active', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 50 }), (values) => {
        const nudged = values.map((v) => v / 10 + 1e8);
        expect(project(nudged, 1 / 3).reduce((s, v) => s + v, 0)).toBeCloseTo(1 / 3, 14);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps its total where values are far beyond it, up to the end of the range', () => {
    expect(project([1e20, 1], 1)).toEqual([1, 0]);
    expect(project([1e308, -1e308, 1], 1)).toEqual([1, 0, 0]);
    expect(project([-1.7e308, 1.7e308], 3)).toEqual([0, 3]);
    expect(project([-1e300, -1e300], 2)).toEqual([1, 1]);
    expect(project([2 ** 60, 2 ** 60 - 1024, 0], 4096)).toEqual([2560, 1536, 0]);
    expect(project([1e20, 1e20 - 1], 1e-9)).toEqual([5e-10, 5e-10]);
  });

  it('keeps its total where one value is so far below that the mean has no digits left', () => {
    expect(project([1, 2, 3, 0, 0, 0, -9.37e16], 6)).toEqual([1, 2, 3, 0, 0, 0, 0]);
    expect(project([0, 0, 0, 0, -8.433e18], 1000)).toEqual([250, 250, 250, 250, 0]);
    expect(project([100, 200, 300, 5, 0, 0, 7, -4.685e18], 612)).toEqual([100, 200, 300, 5, 0, 0, 7, 0]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 15, max: 300, noNaN: true }),
        fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: undefined }),
        (values, exponent, start) => {
          const total = values.reduce((sum, v) => sum + v, 0) + 1;
          const result = project([...values, -(10 ** exponent)], total, start);
          expect(Math.abs(result.reduce((sum, v) => sum + v, 0) - total)).toBeLessThanOrEqual(1e-12 * total);
          // Everyone but the last gets the same part of what is left over.
          const share = 1 / values.length;
          values.forEach((value, i) => {
            expect(Math.abs((result[i] as number) - value - share)).toBeLessThanOrEqual(1e-9 * total);
          });
        },
      ),
    );
  });

  it('ends whatever it is given', () => {
    for (const odd of [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(project([0, odd, 0], 1)).toHaveLength(3);
    }
  });

  it('defines the degenerate cases', () => {
    expect(project([], 5)).toEqual([]);
    expect(project([-7], 5)).toEqual([5]);
    expect(project([3, -1], 0)).toEqual([0, 0]);
    expect(project([2, 2, 2, 2], 2)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(project([-5, -5], 1)).toEqual([0.5, 0.5]);
  });

  it('on a total of 0 leaves exact zeros, however large or close the values', () => {
    for (const values of [
      [0.1, 0.2, 0.3],
      [1e308, 1e308],
      [-1, -2],
      [0, 0],
      [5e-324, 0],
    ]) {
      expect(project(values, 0)).toEqual(values.map(() => 0));
    }
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the total %d', (wrong) => {
    const message = `total of the simplex: ${wrong} (allowed: a finite number >= 0)`;
    expect(() => project([1, 2], wrong)).toThrow(expect.objectContaining({ code: 'domain', message }));
  });

  it('keeps small values beside a large one: they are not measured from the top', () => {
    // Threshold 2^-11; 2^-10 - 2^50 would be -2^50.
    expect(project([2 ** 50, 2 ** -10], 2 ** 50)).toEqual([2 ** 50, 2 ** -11]);
  });

  it.each([1 - 2 ** -30, 1, 1 + 2 ** -30])(
    'is the same on both sides of the threshold where it starts to measure from the top: %d of it',
    (part) => {
      // (t + 1/2, t + 1/4, 0) on 1 is (5/8, 3/8, 0); thresholds are t - 1/8, and all of it is exact in binary.
      const moved = 1e6 * part + 1 / 8;
      const exact = Math.round(moved * 2 ** 20) / 2 ** 20;
      expect(project([exact + 1 / 2, exact + 1 / 4, 0], 1)).toEqual([5 / 8, 3 / 8, 0]);
    },
  );

  it('ends where the threshold cannot be told from the largest value', () => {
    // Spacing of doubles there is 1: v - 1/3 is v.
    const v = 3 * 2 ** 51;
    expect(simplexThreshold(Float64Array.of(v, v, v), 1)).toBe(v);
    expect(project([v, v, v], 1)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(simplexThreshold(Float64Array.of(1e20, 1), 1)).toBe(1e20);
  });

  it('adds up without loss: of parts too small for the sum they are added to nothing is lost', () => {
    // All are kept: threshold (1 + 1000 u - 1) / 1001, u = 2^-53. Lost parts would make it less by one part in 1000; what
    // remains is that 1 - threshold is not a double, 3e-6 of it.
    const values = Float64Array.of(...new Float64Array(1000).fill(2 ** -53), 1);
    expect(simplexThreshold(values, 1, 0) / ((1000 * 2 ** -53) / 1001)).toBeCloseTo(1, 5);
  });

  it('describes itself as data', () => {
    expect(projectionOntoSimplex(10).description).toEqual({
      name: 'simplex',
      parameters: { total: 10 },
      linear: false,
      keeps: { sum: true, sign: true, integers: false },
    });
  });
});
