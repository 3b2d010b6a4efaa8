import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, scores, type TrainingSet } from '../../src/index.js';

const line: TrainingSet = {
  rows: 4,
  columns: ['x'],
  features: Float64Array.of(0, 1, 2, 3),
  labels: Int8Array.of(-1, 1, -1, 1),
  groups: [{ name: 'z', values: ['a', 'b'], of: Int32Array.of(0, 0, 1, 1) }],
};
const plain: StableFairProgram = {
  loss: 'squared',
  fairness: { kind: 'none' },
  stabilityWeight: 0,
  kernel: null,
  intercept: 'free',
};

describe('a stable and fair fit', () => {
  it('of squared loss without terms is the regression line', () => {
    // Normal equations of (0, -1), (1, 1), (2, -1), (3, 1): slope 2 / 5, intercept -3 / 5.
    const fit = fitStableFair(line, plain);
    expect(fit.converged).toBe(true);
    expect(fit.classifier).toMatchObject({ kind: 'linear' });
    const found = scores(fit.classifier, Float64Array.of(0, 1), 2, 1, []);
    expect(found[0]).toBeCloseTo(-0.6, 10);
    expect(found[1]).toBeCloseTo(-0.2, 10);
  });

  it('keeps the covariance of score and group within its bound', () => {
    // The covariance of score and group is slope / 2: at most 0.05 makes the slope 0.1, around the mean (1.5, 0).
    const fit = fitStableFair(line, { ...plain, fairness: { kind: 'covariance', bound: 0.05 } });
    expect(fit.converged).toBe(true);
    expect(fit.constraintSlack).toBeCloseTo(0, 8);
    const found = scores(fit.classifier, Float64Array.of(0, 1), 2, 1, []);
    expect(found[0]).toBeCloseTo(-0.15, 7);
    expect(found[1]).toBeCloseTo(-0.05, 7);
  });
});
