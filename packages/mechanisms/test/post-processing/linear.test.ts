import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, projectionOntoSum } from '../../src/index.js';

describe('clip', () => {
  it('replaces negative values and nothing else', () => {
    const values = Float64Array.of(-2, -0, 0, 1e-300, 7);
    clip().apply(values);
    expect([...values].map((v) => v + 0)).toEqual([0, 0, 0, 1e-300, 7]);
  });
});

describe('sum projection', () => {
  it('gives the total and keeps differences', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1 }), (input) => {
        const values = Float64Array.from(input);
        projectionOntoSum(100).apply(values);
        expect(values.reduce((s, v) => s + v, 0)).toBeCloseTo(100, 8);
        const first = (input[0] as number) - (values[0] as number);
        values.forEach((v, i) => {
          expect((input[i] as number) - v).toBeCloseTo(first, 8);
        });
      }),
    );
  });

  it('leaves an empty release empty', () => {
    expect(() => projectionOntoSum(5).apply(new Float64Array(0))).not.toThrow();
  });

  it('takes one part in n of the noise away: the published 186.67 for 15 counties, Laplace scale 10', () => {
    expect((1 - 1 / 15) * 2 * 10 ** 2).toBeCloseTo(186.667, 3);
    // The projection matrix I - 11'/n, row by row, times unit noise variances 200.
    const n = 15;
    const variance = Array.from({ length: n }, (_, j) => {
      const unit = new Float64Array(n);
      unit[j] = 1;
      projectionOntoSum(0).apply(unit);
      return (unit[0] as number) ** 2 * 200;
    }).reduce((s, v) => s + v, 0);
    expect(variance).toBeCloseTo(186.667, 3);
  });
});
