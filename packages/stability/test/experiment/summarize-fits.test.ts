import { stableEndings } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import type { FittedClassifier } from '../../src/experiment/fitted-classifier.js';
import { summarizeFits } from '../../src/experiment/summarize-fits.js';

const fitOf = (repetition: number, predictions: readonly number[], converged = true): FittedClassifier => ({
  ...{
    repetition,
    converged,
    ending: converged ? 'minimum' : 'steps',
    iterations: 5,
    objective: 0.5,
    gradientNorm: 1e-9,
  },
  ...{
    constraintSlack: null,
    boundWithoutEffect: null,
    norm: repetition + 1,
    epsilon: null,
    nearZero: 0,
    predictions: Uint8Array.from(predictions),
  },
});
const on = {
  labels: Int8Array.of(1, 1, -1, -1),
  group: { name: 'g', values: ['a', 'b'], of: Int32Array.of(0, 0, 1, 1) },
  contrast: 1,
  confidence: 0.95,
};

describe('what fits come to', () => {
  it('is accuracy, rates and disagreement over repetitions, converged or not', () => {
    const summary = summarizeFits([fitOf(0, [1, 1, 1, 0]), fitOf(1, [1, 0, 0, 0], false), fitOf(2, [1, 1, 0, 1])], on);
    expect(summary.fits.map(({ accuracy, statisticalRate }) => [accuracy, statisticalRate])).toEqual([
      [0.75, 0.5],
      [0.75, 0],
      [0.75, 0.5],
    ]);
    expect(summary.statisticalRate.estimate).toBeCloseTo(1 / 3, 15);
    expect(summary.rates.map(({ rate }) => rate.estimate)).toEqual([(1 + 0.5 + 1) / 3, 1 / 3]);
    // Pairs differ on 2, 2 and 2 rows.
    expect(summary.stab).toMatchObject({ estimate: 2, ofRows: 4, defined: 3 });
    expect(summary.norm.estimate).toBe(2);
    expect(summary.converged).toBe(2);
  });

  it('leaves repetitions in which nothing could be fitted out of every number, with the reason', () => {
    const fitted = [fitOf(0, [1, 1, 1, 0]), fitOf(1, [1, 0, 0, 0]), fitOf(2, [1, 1, 0, 1])];
    const lost = { ...fitOf(3, []), predictions: null, norm: null, converged: false, ending: 'one-group' } as const;
    const [all, some] = [summarizeFits([...fitted, lost], on), summarizeFits(fitted, on)];
    const reason = stableEndings['one-group'];
    expect(all.stab).toEqual({ ...some.stab, reason: expect.any(String) });
    expect(all.statisticalRate).toEqual({ ...some.statisticalRate, reason });
    expect(all.norm).toEqual({ ...some.norm, reason });
    expect(all.fits[3]).toMatchObject({ ending: 'one-group', accuracy: null, statisticalRate: null, norm: null });
  });

  it('stays within the range of each measure', () => {
    const { accuracy, statisticalRate } = summarizeFits([fitOf(0, [1, 1, 0, 0]), fitOf(1, [0, 0, 1, 1])], on);
    expect([accuracy.lower, accuracy.upper]).toEqual([0, 1]);
    expect(statisticalRate).toMatchObject({ estimate: 0, lower: null, upper: null });
  });

  it('has nothing, with a reason, before a repetition is done', () => {
    const nothing = summarizeFits([], on);
    expect(nothing.accuracy.estimate).toBeNull();
    expect(nothing.accuracy.reason).not.toBeNull();
    expect(nothing.stab).toMatchObject({ estimate: null, ofRows: 4, defined: 0 });
    expect(nothing.fits).toEqual([]);
  });
});
