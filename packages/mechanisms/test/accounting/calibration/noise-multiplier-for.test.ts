import { describe, expect, it } from 'vitest';
import {
  type Accountant,
  accountants,
  concentratedAccountant,
  concentratedRho,
  jointNoiseMultiplier,
  type NoiseMultiplierRequest,
  noiseMultiplierFor,
  stepsFor,
} from '../../../src/index.js';

const run = { epsilon: 2, delta: 1e-5, samplingRate: 0.01, steps: 2000 };
const epsilonWith = (accountant: Accountant, noiseMultiplier: number, steps = run.steps) =>
  accountant.epsilon(
    [{ kind: 'subsampled-gaussian', samplingRate: run.samplingRate, noiseMultiplier, count: steps }],
    run.delta,
  );

describe('noise multiplier for an epsilon', () => {
  it('keeps the epsilon, and a hundred thousandth less noise does not', () => {
    for (const epsilon of [0.05, 0.5, 2, 30, 2000]) {
      const found = noiseMultiplierFor({ ...run, epsilon }, accountants.rdp);
      expect(epsilonWith(accountants.rdp, found)).toBeLessThanOrEqual(epsilon);
      expect(epsilonWith(accountants.rdp, found * (1 - 1e-5))).toBeGreaterThan(epsilon);
    }
  });

  it('is sqrt(steps / (2 rho)) for full batches by the concentrated accountant', () => {
    const found = noiseMultiplierFor({ ...run, samplingRate: 1 }, concentratedAccountant());
    const exact = Math.sqrt(run.steps / (2 * concentratedRho(run.epsilon, run.delta)));
    expect(found / exact - 1).toBeGreaterThan(-1e-9);
    expect(found / exact - 1).toBeLessThan(3e-6);
  });

  it('makes room for what is released beside the gradient, from the same batch or apart', () => {
    const alone = noiseMultiplierFor(run, accountants.rdp);
    const beside = noiseMultiplierFor({ ...run, beside: [10, 20] }, accountants.rdp);
    expect(jointNoiseMultiplier([beside, 10, 20]) / alone).toBeCloseTo(1, 5);
    const extra = [{ kind: 'gaussian', noiseMultiplier: 5, count: 1 }] as const;
    const apart = noiseMultiplierFor({ ...run, extra }, accountants.rdp);
    expect(apart).toBeGreaterThan(alone);
    const steps = {
      kind: 'subsampled-gaussian',
      samplingRate: 0.01,
      noiseMultiplier: apart,
      count: run.steps,
    } as const;
    expect(accountants.rdp.epsilon([steps, ...extra], run.delta) / run.epsilon).toBeCloseTo(1, 5);
  });

  it('is less by the loss distribution, which is asked where none is named', () => {
    const request = { ...run, samplingRate: 0.05, steps: 100 };
    const found = noiseMultiplierFor(request);
    const spent = (z: number) =>
      accountants.pld.epsilon(
        [{ kind: 'subsampled-gaussian', samplingRate: 0.05, noiseMultiplier: z, count: 100 }],
        run.delta,
      );
    expect(spent(found)).toBeLessThanOrEqual(run.epsilon);
    expect(spent(found * 0.9999)).toBeGreaterThan(run.epsilon);
    expect(found).toBeLessThan(0.97 * noiseMultiplierFor(request, accountants.rdp));
    const longest = stepsFor({ ...request, noiseMultiplier: found });
    expect(longest).toBe(100);
  });

  it('names the least epsilon when none can be met, and that one can', () => {
    const extra = [{ kind: 'gaussian', noiseMultiplier: 1, count: 1 }] as const;
    const request = { ...run, epsilon: 1, extra };
    expect(() => noiseMultiplierFor(request, accountants.rdp)).toThrow(
      /^epsilon cannot be met at delta 0.00001 with any noise multiplier: 1 \(allowed: at least 4\.\d+, /,
    );
    expect(leastNamed(() => noiseMultiplierFor(request, accountants.rdp))).toBeCloseTo(4.72839, 4);
    const least = leastNamed(() => noiseMultiplierFor(request, accountants.rdp));
    expect(noiseMultiplierFor({ ...request, epsilon: least }, accountants.rdp)).toBeGreaterThan(100);
  });

  it('stops where more epsilon than that has no meaning', () => {
    expect(noiseMultiplierFor({ ...run, epsilon: 1e30 }, accountants.rdp)).toBeCloseTo(Math.exp(-20), 15);
  });

  it('refuses values out of range', () => {
    const refused: readonly [Partial<NoiseMultiplierRequest>, string][] = [
      [{ epsilon: 0 }, 'epsilon: 0 (allowed: a positive finite number)'],
      [{ delta: 2 }, 'delta: 2 (allowed: more than 0 and less than 1)'],
      [{ samplingRate: 2 }, 'sampling rate of event 1: 2'],
      [{ steps: 0.5 }, 'steps: 0.5'],
      [{ steps: 0 }, 'steps: 0 (allowed: a whole number of at least 1)'],
      [{ beside: [0] }, 'noise multiplier: 0'],
    ];
    for (const [change, message] of refused) {
      expect(() => noiseMultiplierFor({ ...run, ...change }, accountants.rdp)).toThrow(message);
    }
  });
});

describe('steps for an epsilon', () => {
  it('are the last number that keeps it', () => {
    const found = stepsFor({ ...run, noiseMultiplier: 1 }, accountants.rdp);
    expect(epsilonWith(accountants.rdp, 1, found)).toBeLessThanOrEqual(run.epsilon);
    expect(epsilonWith(accountants.rdp, 1, found + 1)).toBeGreaterThan(run.epsilon);
  });

  it('are 2 rho z^2 rounded down for full batches by the concentrated accountant', () => {
    const exact = 2 * concentratedRho(run.epsilon, run.delta) * 30.5 ** 2;
    expect(stepsFor({ ...run, samplingRate: 1, noiseMultiplier: 30.5 }, concentratedAccountant())).toBe(
      Math.floor(exact),
    );
  });

  it('name the least epsilon when a single step exceeds it, and that one allows it', () => {
    const request = { ...run, epsilon: 0.1, samplingRate: 0.5, noiseMultiplier: 1 };
    expect(() => stepsFor(request, accountants.rdp)).toThrow(
      /^epsilon cannot be met at delta 0.00001 by a single step: 0.1 /,
    );
    const least = leastNamed(() => stepsFor(request, accountants.rdp));
    expect(stepsFor({ ...request, epsilon: least }, accountants.rdp)).toBe(1);
  });

  it('end at 2^40', () => {
    expect(stepsFor({ ...run, epsilon: 10, samplingRate: 1e-9, noiseMultiplier: 1e6 }, accountants.rdp)).toBe(2 ** 40);
  });
});

function leastNamed(act: () => unknown): number {
  try {
    act();
  } catch (error) {
    return Number(/at least ([\d.]+)/.exec((error as Error).message)?.[1]);
  }
  return Number.NaN;
}
