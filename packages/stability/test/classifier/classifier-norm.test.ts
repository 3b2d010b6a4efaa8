import { describe, expect, it } from 'vitest';
import { classifierNorm } from '../../src/classifier/classifier-norm.js';

describe('the norm of a classifier', () => {
  it('counts weights, and the intercept where the stability term does', () => {
    const linear = { kind: 'linear', weights: Float64Array.of(2, 3), intercept: 6 } as const;
    expect(classifierNorm(linear, true)).toBe(7);
    expect(classifierNorm(linear, false)).toBeCloseTo(Math.sqrt(13), 15);
  });

  it('counts the weights of all groups', () => {
    const weights = [Float64Array.of(1), Float64Array.of(2)];
    expect(classifierNorm({ kind: 'by-group', weights, intercepts: Float64Array.of(2, 4) }, true)).toBe(5);
  });

  it('is c K c of a kernel classifier', () => {
    // Two points at distance 1: K = [1, 1/e; 1/e, 1], c = (1, -2).
    const classifier = {
      kind: 'kernel',
      kernel: { kind: 'rbf', width: 1 },
      points: Float64Array.of(0, 1),
      coefficients: Float64Array.of(1, -2),
      intercept: 9,
    } as const;
    expect(classifierNorm(classifier, false)).toBeCloseTo(Math.sqrt(5 - 4 / Math.E), 14);
  });
});
