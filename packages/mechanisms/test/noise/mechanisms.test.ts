import { DpfairError, mechanismKinds } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { gaussianMechanism, laplaceMechanism, noiseDistribution, noiseKinds } from '../../src/index.js';

/** Code and message of the error that a call ends with. */
function refusal(call: () => unknown): readonly [code: string, message: string] {
  try {
    call();
  } catch (error) {
    if (error instanceof DpfairError) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('laplace mechanism', () => {
  it('has scale sensitivity / epsilon and pure privacy', () => {
    const mechanism = laplaceMechanism({ epsilon: 0.1 }, { sensitivity: 2, neighbours: 'replace' });
    expect(mechanism).toMatchObject({ kind: 'laplace', scale: 20, epsilon: 0.1, delta: 0, neighbours: 'replace' });
  });

  it('reads epsilon off a given scale', () => {
    expect(laplaceMechanism({ scale: 10 }).epsilon).toBe(0.1);
  });

  it('composes over the columns that a person is in', () => {
    const { total } = laplaceMechanism({ epsilon: 0.1 }, { columns: 3 });
    expect(total.epsilon).toBeCloseTo(0.3, 15);
    expect(total.rho).toBeCloseTo(0.015, 15);
  });
});

describe('gaussian mechanism', () => {
  it('states only rho when sigma comes without delta', () => {
    const mechanism = gaussianMechanism({ sigma: 25 });
    expect(mechanism).toMatchObject({ sigma: 25, epsilon: null, delta: null });
    expect(mechanism.rho).toBeCloseTo(1 / 1250, 15);
  });

  it('states the epsilon of a sigma at a delta', () => {
    expect(gaussianMechanism({ sigma: 3.730631634815942, delta: 1e-5 }).epsilon).toBeCloseTo(1, 8);
  });

  it('composes columns as one mechanism of larger sensitivity', () => {
    const four = gaussianMechanism({ sigma: 10, delta: 1e-6 }, { columns: 4 });
    expect(four.total.epsilon).toBe(gaussianMechanism({ sigma: 5, delta: 1e-6 }).epsilon);
    expect(four.total.rho).toBeCloseTo(4 * (four.rho ?? 0), 15);
  });
});

describe('the guarantee of a mechanism', () => {
  it('is for one person added or removed, who changes one count by 1 in one column, unless stated otherwise', () => {
    const stated = { sensitivity: 1, neighbours: 'add-remove', total: { columns: 1 } };
    expect(laplaceMechanism({ epsilon: 1 })).toMatchObject(stated);
    expect(gaussianMechanism({ sigma: 1 })).toMatchObject(stated);
  });

  it('states the delta that it was given, each time', () => {
    expect(gaussianMechanism({ epsilon: 1, delta: 1e-5 })).toMatchObject({ delta: 1e-5, total: { delta: 1e-5 } });
    expect(gaussianMechanism({ sigma: 4, delta: 1e-5 })).toMatchObject({ delta: 1e-5, total: { delta: 1e-5 } });
    expect(gaussianMechanism({ sigma: 4 })).toMatchObject({ delta: null, total: { epsilon: null, delta: null } });
  });
});

describe('kinds of noise', () => {
  it.each(mechanismKinds)('%s: calibrates, reads back and draws what it says', (kind) => {
    const { spreadName, distribution, fillUnit, addNoise, ofBudget, ofSpread } = noiseKinds[kind];
    const mechanism = ofBudget(0.5, 1e-6, {});
    const spread = mechanism[spreadName] as number;
    expect(mechanism).toMatchObject({ kind, epsilon: 0.5 });
    expect(ofSpread(spread, 1e-6, {}).epsilon).toBeCloseTo(0.5, 8);
    expect(noiseDistribution(mechanism).variance).toBe(distribution(spread).variance);
    const draws = new Float64Array(20_000);
    fillUnit(draws, parseSeed(7n), 'noise', 0);
    const noisy = new Float64Array(draws.length);
    addNoise(spread)(new Float64Array(draws.length).fill(1000), draws, noisy);
    const variance = noisy.reduce((sum, x) => sum + (x - 1000) ** 2, 0) / draws.length;
    expect(Math.abs(variance / distribution(spread).variance - 1)).toBeLessThan(0.1);
    expect(noisy.every(Number.isInteger)).toBe(distribution(spread).support === 'integers');
  });

  it.each(mechanismKinds)('%s: is filed under its own name', (kind) => {
    expect(noiseKinds[kind].kind).toBe(kind);
  });

  it.each(['gaussian', 'discrete-gaussian'] as const)('%s noise of a spread without delta has no epsilon', (kind) => {
    expect(noiseKinds[kind].ofSpread(4, undefined, {})).toMatchObject({ sigma: 4, epsilon: null, delta: null });
  });

  it.each(['gaussian', 'discrete-gaussian'] as const)('%s noise of a budget needs a delta', (kind) => {
    expect(() => noiseKinds[kind].ofBudget(0.5, undefined, {})).toThrow(/delta/);
  });
});

describe('noise of a mechanism', () => {
  it.each([
    [{ ...laplaceMechanism({ scale: 10 }), scale: null }, 'mechanism without scale'],
    [{ ...gaussianMechanism({ sigma: 10 }), sigma: null }, 'mechanism without sigma'],
  ])('does not exist without a spread: %#', (mechanism, message) => {
    expect(refusal(() => noiseDistribution(mechanism))).toEqual(['domain', message]);
  });

  it('has the variance of the mechanism', () => {
    expect(noiseDistribution(laplaceMechanism({ scale: 10 })).variance).toBe(200);
    expect(noiseDistribution(gaussianMechanism({ sigma: 25 })).variance).toBe(625);
  });
});

describe('parameters outside their domain are refused', () => {
  const positive = 'a positive finite number';

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('epsilon, scale, sigma and sensitivity %d', (value) => {
    const cases: readonly (readonly [name: string, make: () => unknown])[] = [
      ['epsilon', () => laplaceMechanism({ epsilon: value })],
      ['scale', () => laplaceMechanism({ scale: value })],
      ['sensitivity', () => laplaceMechanism({ epsilon: 1 }, { sensitivity: value })],
      ['sigma', () => gaussianMechanism({ sigma: value })],
      ['epsilon', () => gaussianMechanism({ epsilon: value, delta: 0.1 })],
      ['sensitivity', () => gaussianMechanism({ sigma: 1 }, { sensitivity: value })],
    ];
    for (const [name, make] of cases) {
      expect(refusal(make)).toEqual(['domain', `${name}: ${value} (allowed: ${positive})`]);
    }
  });

  it.each([0, 1, -0.1, 1.5, Number.NaN])('delta %d', (delta) => {
    const refused = ['domain', `delta: ${delta} (allowed: more than 0 and less than 1)`];
    expect(refusal(() => gaussianMechanism({ epsilon: 1, delta }))).toEqual(refused);
    expect(refusal(() => gaussianMechanism({ sigma: 1, delta }))).toEqual(refused);
  });

  it('a replaced person without a stated sensitivity', () => {
    const refused = ['domain', `replace without sensitivity (allowed: ${positive})`];
    expect(refusal(() => laplaceMechanism({ epsilon: 1 }, { neighbours: 'replace' }))).toEqual(refused);
    expect(refusal(() => gaussianMechanism({ sigma: 1 }, { neighbours: 'replace' }))).toEqual(refused);
  });

  it.each([0, 1.5, -2, Number.NaN])('%d columns', (columns) => {
    const refused = ['domain', `columns: ${columns} (allowed: a whole number of at least 1)`];
    expect(refusal(() => laplaceMechanism({ epsilon: 1 }, { columns }))).toEqual(refused);
  });
});
