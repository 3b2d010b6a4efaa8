import { describe, expect, it } from 'vitest';
import {
  expectedLogisticLoss,
  expectedSmoothHingeLoss,
  expectedSquaredLoss,
} from '../../src/perturbation/expected-loss.js';
import table from '../tables/expected-losses.json' with { type: 'json' };

describe('expected losses of a normal score', () => {
  it.each(table)('at $mean with deviation $deviation agree with 30 digits, for both labels', (row) => {
    const near = (value: number, text: string) =>
      expect(Math.abs(value - Number(text))).toBeLessThan(1e-12 + 1e-12 * Number(text));
    near(expectedLogisticLoss(row.mean, row.deviation, 1), row.logistic);
    near(expectedLogisticLoss(-row.mean, row.deviation, 0), row.logistic);
    near(expectedSmoothHingeLoss(0.5)(row.mean, row.deviation, 1), row.smoothHinge);
    near(expectedSmoothHingeLoss(0.5)(-row.mean, row.deviation, 0), row.smoothHinge);
  });

  it('of squares are half the squared distance and half the variance', () => {
    expect(expectedSquaredLoss(3, 2, 1)).toBe(0.5 * 4 + 0.5 * 4);
  });
});
