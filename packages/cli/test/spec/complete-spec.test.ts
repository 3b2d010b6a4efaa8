import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import type { AuditSpecInput } from '../../src/spec/audit-spec.js';
import { completeSpec } from '../../src/spec/complete-spec.js';

const minimal: AuditSpecInput = { data: 'a.csv', epsilon: [0.1], seed: '1' };

function faultsOf(given: Partial<AuditSpecInput>): readonly string[] {
  try {
    completeSpec(given);
  } catch (error) {
    if (error instanceof DpfairError && error.code === 'usage') return error.faults.map((fault) => fault.what);
    throw error;
  }
  return [];
}

describe('a completed spec', () => {
  it('has every default', () => {
    expect(completeSpec(minimal)).toEqual({
      data: 'a.csv',
      format: 'auto',
      delimiter: null,
      encoding: null,
      decimal: null,
      headerRow: null,
      map: {},
      join: [],
      on: [],
      unmatched: 'error',
      where: [],
      skipBadRows: false,
      mechanism: ['laplace'],
      epsilon: [0.1],
      totalEpsilon: null,
      delta: null,
      sensitivity: 1,
      neighbours: 'add-remove',
      scale: null,
      sigma: null,
      decision: 'allotment',
      rule: null,
      public: [],
      statute: null,
      clause: {},
      grant: [],
      private: [],
      apportion: null,
      seats: null,
      post: ['baseline', 'pos'],
      budget: null,
      failOn: [],
      method: 'auto',
      plain: false,
      why: false,
      trials: 20_000,
      tolerance: null,
      samplingError: null,
      seed: '1',
      confidence: 0.95,
    });
  });

  it('does not change when it is completed again', () => {
    const spec = completeSpec({ ...minimal, map: { name: 'b', count: 'c' }, post: ['pos'] });
    expect(completeSpec(spec)).toEqual(spec);
  });

  it('has the same text whatever the order in which it was given', () => {
    const left = completeSpec({ data: 'a.csv', map: { count: 'x', id: 'y' }, epsilon: [1], seed: '0x10' });
    const right = completeSpec({ seed: '16', epsilon: [1], map: { id: 'y', count: 'x' }, data: 'a.csv' });
    expect(JSON.stringify(left)).toBe(JSON.stringify(right));
  });

  it('compares what the decision and the method can compute', () => {
    expect(completeSpec({ ...minimal, decision: 'identity' }).post).toEqual(['none', 'clip']);
    expect(completeSpec({ ...minimal, method: 'exact' }).post).toEqual(['baseline']);
    expect(completeSpec({ ...minimal, method: 'series' }).post).toEqual(['pos']);
  });

  it('draws a fresh 64-bit seed when none is given', () => {
    const seeds = Array.from({ length: 8 }, () => completeSpec({ data: 'a.csv', epsilon: [1] }).seed);
    expect(new Set(seeds).size).toBe(8);
    for (const seed of seeds) expect(BigInt(seed) < 2n ** 64n && BigInt(seed) >= 0n).toBe(true);
  });
});

describe('a spec that contradicts itself is refused', () => {
  const gaussian = ['gaussian'] as const;
  const both = ['laplace', 'gaussian'] as const;
  it.each<[string, Partial<AuditSpecInput>, readonly string[]]>([
    ['no data', { epsilon: [1] }, ['no data file']],
    ['no budget', { data: 'a' }, ['no privacy budget']],
    ['two budgets', { ...minimal, totalEpsilon: [1] }, ['options that contradict each other']],
    ['budget and scale', { ...minimal, scale: [1] }, ['options that contradict each other']],
    ['gaussian without delta', { ...minimal, mechanism: gaussian }, ['no delta for the gaussian mechanism']],
    ['laplace with delta', { ...minimal, delta: 1e-6 }, ['--delta without a mechanism that has one']],
    [
      'sigma for laplace',
      { data: 'a', sigma: [1] },
      ['--sigma without its mechanism', 'no budget for the laplace mechanism'],
    ],
    [
      'discrete gaussian without delta',
      { ...minimal, mechanism: ['discrete-gaussian', 'discrete-laplace'] },
      ['no delta for the discrete-gaussian mechanism'],
    ],
    [
      'discrete laplace with delta',
      { ...minimal, mechanism: ['discrete-laplace'], delta: 0.1 },
      ['--delta without a mechanism that has one'],
    ],
    [
      'scale for discrete gaussian',
      { data: 'a', scale: [1], mechanism: ['discrete-gaussian'] },
      ['--scale without its mechanism', 'no budget for the discrete-gaussian mechanism'],
    ],
    ['scale alone for both', { data: 'a', scale: [1], mechanism: both }, ['no budget for the gaussian mechanism']],
    [
      'replace without sensitivity',
      { ...minimal, neighbours: 'replace' },
      ['--neighbours replace without --sensitivity'],
    ],
    ['join without on', { ...minimal, join: ['b.csv'] }, ['--join without its own --on']],
    ['malformed on', { ...minimal, join: ['b.csv'], on: ['a'] }, ['--on']],
    ['malformed check', { ...minimal, failOn: ['alpha<1'] }, ['--fail-on']],
    [
      'false rates of shares',
      { ...minimal, failOn: ['false-negative>0.1'] },
      ['--fail-on false-negative or false-positive with decision allotment'],
    ],
    ['dollars without budget', { ...minimal, failOn: ['dollars>1'] }, ['--fail-on dollars without a budget']],
    ['pos for identity', { ...minimal, decision: 'identity', post: ['pos'] }, ['--post pos with decision identity']],
    ['money for identity', { ...minimal, decision: 'identity', budget: 5 }, ['--budget with decision identity']],
    ['plain without simulation', { ...minimal, method: 'exact', plain: true }, ['--plain without Monte Carlo']],
    ['seed too large', { ...minimal, seed: '18446744073709551616' }, ['--seed']],
    ['seed not a number', { ...minimal, seed: 'tuesday' }, ['--seed']],
  ])('%s', (_name, given, faults) => {
    expect(faultsOf(given)).toEqual(faults);
  });

  it.each<[string, Partial<AuditSpecInput>]>([
    ['scale and sigma for both mechanisms', { data: 'a', scale: [1], sigma: [2], mechanism: both }],
    ['one scale for two mechanisms', { data: 'a', scale: [1], mechanism: ['laplace', 'discrete-laplace'] }],
    ['sigma with a delta to state epsilon', { data: 'a', sigma: [2], delta: 1e-6, mechanism: gaussian }],
    ['replace with its sensitivity', { ...minimal, neighbours: 'replace', sensitivity: 2 }],
    ['dollars with a budget', { ...minimal, budget: 1e6, failOn: ['dollars > 1e3'] }],
    ['a join of two columns', { ...minimal, join: ['b.csv'], on: ['a+b=c+d'] }],
  ])('but not %s', (_name, given) => {
    expect(faultsOf(given)).toEqual([]);
  });

  it('lists every fault at once', () => {
    expect(faultsOf({ seed: 'x', failOn: ['alpha'] })).toEqual([
      'no data file',
      '--seed',
      'no privacy budget',
      '--fail-on',
    ]);
  });
});
