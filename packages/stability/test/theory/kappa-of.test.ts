import { describe, expect, it } from 'vitest';
import { kappaOf } from '../../src/theory/kappa-of.js';

const set = { rows: 2, columns: ['a', 'b'], features: Float64Array.of(3, 4, 1, 1) };

describe('kappa', () => {
  it('is the largest norm of a row, with the 1 of a penalised intercept', () => {
    expect(kappaOf(set, { kernel: null, intercept: 'none' })).toBe(5);
    expect(kappaOf(set, { kernel: null, intercept: 'free' })).toBe(5);
    expect(kappaOf(set, { kernel: null, intercept: 'penalised' })).toBeCloseTo(Math.sqrt(26), 15);
  });

  it('is the root of the kernel at distance 0', () => {
    const of = (kernel: Parameters<typeof kappaOf>[1]['kernel']) => kappaOf(set, { kernel, intercept: 'none' });
    expect(of({ kind: 'rbf', width: 3 })).toBe(1);
    expect(of({ kind: 'multiquadric', c: 4 })).toBe(2);
    expect(of({ kind: 'inverse-multiquadric', c: 4 })).toBe(0.5);
  });
});
