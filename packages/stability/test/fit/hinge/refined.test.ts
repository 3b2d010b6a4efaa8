import { describe, expect, it } from 'vitest';
import { addSquare } from '../../../src/fit/hinge/add-square.js';
import { refined } from '../../../src/fit/hinge/refined.js';

describe('a solution by a factor that has lost a direction', () => {
  // H has the eigenvalue 2 along (1, 1) and 1e-10 across; the factor has 1e-6 in place of 1e-10.
  const by = (small: number) => (x: Float64Array) => {
    const [a, b] = [x[0] as number, x[1] as number];
    return Float64Array.of(a + b + (small * (a - b)) / 2, a + b + (small * (b - a)) / 2);
  };
  const divide = (small: number) => (x: Float64Array) => {
    const [along, across] = [((x[0] as number) + (x[1] as number)) / 4, ((x[0] as number) - (x[1] as number)) / 2];
    return Float64Array.of(along + across / small, along - across / small);
  };

  it('is brought back by products', () => {
    const vector = Float64Array.of(3, 1);
    // Along: 4 / 4 = 1; across: 2 / 2 / 1e-10 = 1e10.
    const found = refined(by(1e-10), divide(1e-6), Float64Array.of(1, 1), vector);
    expect((found[0] as number) / 1e10).toBeCloseTo(1, 5);
    expect((found[1] as number) / 1e10).toBeCloseTo(-1, 5);
    expect(divide(1e-6)(vector)[0]).toBeLessThan(2e6);
  });

  it('is left as it is where the factor is exact', () => {
    let products = 0;
    const counted = (x: Float64Array) => {
      products++;
      return by(0.5)(x);
    };
    expect(refined(counted, divide(0.5), Float64Array.of(1, 1), Float64Array.of(3, 1))).toEqual(Float64Array.of(3, -1));
    expect(products).toBe(1);
  });
});

describe('the square of a vector', () => {
  it('is added to the lower triangle alone', () => {
    const into = Float64Array.of(1, 7, 1, 1);
    addSquare(Float64Array.of(2, 3), 10, into);
    expect([...into]).toEqual([41, 7, 61, 91]);
  });
});
