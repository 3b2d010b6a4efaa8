import { describe, expect, it } from 'vitest';
import type { StableFairProgram } from '../../src/program/program.js';
import { generalisationBound } from '../../src/theory/generalisation-bound.js';
import { theoryMessages } from '../../src/theory/messages.js';
import { stabilityBounds } from '../../src/theory/stability-bounds.js';

const plain: StableFairProgram = {
  loss: 'logistic',
  fairness: { kind: 'none' },
  stabilityWeight: 0.1,
  kernel: null,
  intercept: 'penalised',
};
const about = { rows: 1000, kappa: 2, norm: 0.5, groupValues: 2, confidence: 0.95 };

describe('bounds of the stability', () => {
  it('are those of Theorem 3.2 for the logistic loss', () => {
    const { bounds } = stabilityBounds(plain, about);
    expect(bounds.admissibility).toBe(1);
    expect(bounds.uniform).toBeCloseTo(4 / 100, 15);
    expect(bounds.excessRisk).toBeCloseTo(0.04 + 0.1 * 0.25, 15);
    expect(bounds.recommended).toBeCloseTo(2 / (0.5 * Math.sqrt(1000)), 15);
  });

  it('give at the recommended lambda the least excess risk, 2 sigma kappa B / sqrt(N)', () => {
    const lambda = stabilityBounds(plain, about).bounds.recommended as number;
    const at = (stabilityWeight: number) => stabilityBounds({ ...plain, stabilityWeight }, about).bounds;
    expect(at(lambda).excessRisk).toBeCloseTo((2 * 2 * 0.5) / Math.sqrt(1000), 12);
    expect(at(lambda).uniform).toBeCloseTo((2 * 0.5) / Math.sqrt(1000), 12);
    for (const factor of [0.5, 0.9, 1.1, 2]) {
      expect(at(factor * lambda).excessRisk).toBeGreaterThan(at(lambda).excessRisk as number);
    }
  });

  it('of Theorem 3.7 are never above those of Theorem 3.2, and below for the logistic loss', () => {
    for (const loss of ['logistic', 'hinge', 'squared'] as const) {
      const { uniform, uniformLinear } = stabilityBounds({ ...plain, loss }, about).bounds;
      expect(uniformLinear).toBeLessThanOrEqual(uniform as number);
    }
    // Scores are within 2 sqrt(ln 2 / 0.1); the slope of the logistic loss there is the logistic function.
    const slope = 1 / (1 + Math.exp(-2 * Math.sqrt(Math.LN2 / 0.1)));
    expect(stabilityBounds(plain, about).bounds.uniformLinear).toBeCloseTo(0.04 * slope ** 2, 15);
  });

  it('has sigma 4 for the squared loss where scores are within 1', () => {
    const scoresWithinOne = { ...plain, loss: 'squared', stabilityWeight: 4 } as const;
    expect(stabilityBounds(scoresWithinOne, about).bounds.admissibility).toBeCloseTo(4, 12);
  });

  it('are null with the reason where theory has none', () => {
    const reasonOf = (program: StableFairProgram) => {
      const { bounds, scoreChange } = stabilityBounds(program, about);
      expect([bounds.uniform, bounds.uniformLinear, bounds.generalisation, scoreChange]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      return bounds.reason;
    };
    expect(reasonOf({ ...plain, stabilityWeight: 0 })).toBe(theoryMessages.noTerm);
    expect(reasonOf({ ...plain, intercept: 'free' })).toBe(theoryMessages.freeIntercept);
    expect(reasonOf({ ...plain, kernel: { kind: 'multiquadric', c: 1 } })).toBe(theoryMessages.notPositive);
    for (const not of [{ intercept: 'free' as const }, { kernel: { kind: 'multiquadric' as const, c: 1 } }])
      expect(stabilityBounds({ ...plain, ...not }, about).bounds.recommended).toBeNull();
    expect(stabilityBounds({ ...plain, stabilityWeight: 0 }, about).bounds.recommended).toBeGreaterThan(0);
  });

  it('say what they take for granted of a fairness term that is made of the rows', () => {
    const assumed = (fairness: StableFairProgram['fairness']) =>
      stabilityBounds({ ...plain, fairness }, about).bounds.assumption;
    expect(assumed({ kind: 'none' })).toBeNull();
    expect(assumed({ kind: 'covariance', bound: 0.1 })).toBe(theoryMessages.convex);
    expect(assumed({ kind: 'mutual-information', weight: 1 })).toBe(theoryMessages.penalty);
  });
});

describe('the generalisation bound', () => {
  it('is 8 sqrt((2 beta + 1 / N) ln(8 / delta)), and scales with the loss', () => {
    expect(generalisationBound({ uniform: 0, rows: 1e6, confidence: 0.92 })).toBeCloseTo(
      0.008 * Math.sqrt(Math.log(100)),
      12,
    );
    const bound = generalisationBound({ uniform: 0.01, rows: 500, confidence: 0.9 });
    expect(bound).toBeCloseTo(8 * Math.sqrt(0.022 * Math.log(80)), 12);
    expect(generalisationBound({ uniform: 0.03, rows: 500, confidence: 0.9, largestLoss: 3 })).toBeCloseTo(
      3 * bound,
      12,
    );
  });
});
