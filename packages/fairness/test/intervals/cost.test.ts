import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/index.js';

describe('cost of privacy', () => {
  it('of biases .02, -.05, .01, .02 is .05, both by the losers and as half the l1 norm', () => {
    const biases = Float64Array.of(0.02, -0.05, 0.01, 0.02);
    expect(costOf(biases)).toBeCloseTo(0.05, 15);
    expect(biases.reduce((sum, b) => sum + Math.abs(b), 0) / 2).toBeCloseTo(0.05, 15);
  });

  it('is half the l1 norm whenever biases add up to zero', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const mean = values.reduce((s, v) => s + v, 0) / values.length;
        const biases = Float64Array.from(values, (v) => v - mean);
        expect(costOf(biases)).toBeCloseTo(biases.reduce((s, b) => s + Math.abs(b), 0) / 2, 10);
      }),
    );
  });
});
