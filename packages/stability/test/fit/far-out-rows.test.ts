import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, scores, type TrainingSet } from '../../src/index.js';
import { logRates } from '../../src/terms/log-rates.js';
import { numbers } from '../small-sets.js';

const ROWS = 200;
const next = numbers(4);
/** One number; two rows of a group of their own lie 5,000 units out. */
const features = Float64Array.from({ length: ROWS }, (_, row) => (row < 2 ? 5000 + row : 4 * next() - 2));
const set: TrainingSet = {
  rows: ROWS,
  columns: ['x'],
  features,
  // The class falls with x, with errors: the rare group's rate of the favourable class is below 1e-1000.
  labels: Int8Array.from(features, (x) => (x + 2 * (next() - 0.5) < 0 ? 1 : -1)),
  groups: [{ name: 'group', values: ['common', 'rare'], of: Int32Array.from(features, (_, row) => (row < 2 ? 1 : 0)) }],
};
const logs = (weight: number, stabilityWeight: number): StableFairProgram => ({
  loss: 'logistic',
  fairness: { kind: 'rate-logs', weight },
  stabilityWeight,
  kernel: null,
  intercept: 'penalised',
});

describe('the logs of rates, where the rate of a rare group is below the smallest number', () => {
  it('are the mean score of that group, to first order', () => {
    // mean(exp(a), exp(b)) for a, b far below 0: log is b + log((1 + exp(a - b)) / 2).
    const found = logRates(
      { sizes: Float64Array.of(2), divisions: [Int32Array.of(0, 0)] },
      Float64Array.of(-5001, -5000),
    );
    expect(found[0]).toBeCloseTo(-5000 + Math.log((1 + Math.exp(-1)) / 2), 10);
  });

  it.each([0, 1e-4, 0.01])('are no term at weight 0: lambda %d', (lambda) => {
    const fit = fitStableFair(set, logs(0, lambda));
    const plain = fitStableFair(set, { ...logs(0, lambda), fairness: { kind: 'none' } });
    expect(fit).toEqual(plain);
    expect(fit.ending).toBe('minimum');
  });

  it.each([1e-9, 1e-6, 1e-5])('are minimised at a small weight: %d', (weight) => {
    const fit = fitStableFair(set, logs(weight, 1e-4));
    expect(fit.ending).toBe('minimum');
    const found = scores(fit.classifier, features, ROWS, 1, []);
    expect(found[0]).toBeLessThan(-800);
    // With weights of 1e-5 at most and rates of 1 or less the term adds weight times the sizes of two logs.
    const rates = logRates(
      { sizes: Float64Array.of(ROWS - 2, 2), divisions: [set.groups[0]?.of as Int32Array] },
      found,
    );
    const { weights, intercept } = fit.classifier as Extract<typeof fit.classifier, { kind: 'linear' }>;
    const byDefinition = (weight_: number, intercept_: number) => {
      let loss = 0;
      const sums = [0, 0];
      let far = Number.NEGATIVE_INFINITY;
      features.forEach((x, row) => {
        const score = weight_ * x + intercept_;
        const margin = (set.labels[row] as number) * score;
        loss += (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)))) / ROWS;
        if (row < 2) far = Math.max(far, score);
        else sums[0] = (sums[0] as number) + 1 / (1 + Math.exp(-score)) / (ROWS - 2);
      });
      // Of two rows far below 0, which are `weight_` apart: exp(far) (1 + exp(-|weight_|)) / 2.
      const rare = far + Math.log((1 + Math.exp(-Math.abs(weight_))) / 2);
      return loss - weight * (Math.log(sums[0] as number) + rare) + 1e-4 * (weight_ ** 2 + intercept_ ** 2);
    };
    const here = byDefinition(weights[0] as number, intercept);
    expect(here).toBeCloseTo(fit.objective, 10);
    expect(rates[1]).toBeLessThan(-800);
    for (const [a, b] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ] as const) {
      expect(byDefinition((weights[0] as number) + a, intercept + b)).toBeGreaterThan(here);
    }
  });
});
