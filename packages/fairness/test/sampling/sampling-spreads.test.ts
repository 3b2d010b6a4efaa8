import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { errorRolesOf, saipeCoefficientOfVariation } from '../../src/index.js';
import { samplingSpreads } from '../../src/sampling/sampling-spreads.js';

const f = (...values: number[]) => Float64Array.from(values);

describe("SAIPE's coefficient of variation", () => {
  it.each([
    [0, 0.67],
    [2_500, 0.67],
    [2_501, 0.42],
    [5_000, 0.42],
    [5_001, 0.35],
    [10_000, 0.35],
    [10_001, 0.28],
    [20_000, 0.28],
    [20_001, 0.23],
    [65_000, 0.23],
    [65_001, 0.15],
    [8e6, 0.15],
  ])('for a population of %d is %d', (population, coefficient) => {
    expect(saipeCoefficientOfVariation(population)).toBe(coefficient);
  });
});

describe('the sampling error', () => {
  it('by population is the coefficient times the count', () => {
    const { poor } = samplingSpreads(
      'cv',
      { counts: { poor: f(100, 100, 0) }, fixed: { population: f(2_500, 1e6, 5) } },
      ['poor'],
    );
    expect([...(poor as Float64Array)]).toEqual([67, 15, 0]);
  });

  it('by population takes a population that is a private count itself', () => {
    const counts = { poor: f(100), population: f(5_000) };
    const spreads = samplingSpreads('cv', { counts, fixed: {} }, ['poor', 'population']);
    expect(spreads).toEqual({ poor: f(42), population: f(2_100) });
  });

  it('by column is a 90 % margin over 1.645, or a standard error, for each private count', () => {
    const fixed = { 'moe-lep': f(16.45, 0), 'standard-error-citizens': f(3, 4) };
    const spreads = samplingSpreads('column', { counts: { lep: f(1, 2), citizens: f(3, 4) }, fixed }, [
      'lep',
      'citizens',
    ]);
    expect(spreads.lep?.[0]).toBeCloseTo(10, 14);
    expect(spreads.lep?.[1]).toBe(0);
    expect(spreads.citizens).toEqual(f(3, 4));
  });

  it('of a single private count needs no name of the count', () => {
    const of = (fixed: Record<string, Float64Array>) =>
      samplingSpreads('column', { counts: { count: f(9) }, fixed }, ['count']).count;
    expect(of({ moe: f(3.29) })?.[0]).toBeCloseTo(2, 14);
    expect(of({ 'standard-error': f(2) })).toEqual(f(2));
    expect(of({ 'standard-error-count': f(2) })).toEqual(f(2));
    expect(errorRolesOf('lep', ['lep', 'citizens'])).toEqual({
      margin: ['moe-lep'],
      standardError: ['standard-error-lep'],
    });
  });

  it.each([
    ['cv', {}, /population/],
    ['cv', { population: f(-1) }, /population: -1 \(allowed: at least 0/],
    ['cv', { population: f(Number.NaN) }, /population/],
    [
      'column',
      {},
      /no column with the sampling error of count \(allowed: one with the role moe-count or moe or standard-error-count or standard-error\)/,
    ],
    ['column', { moe: f(1), 'standard-error': f(1) }, /two columns .*moe, standard-error/],
    ['column', { moe: f(-555555555) }, /moe: -555555555 .*codes for missing/],
    ['column', { 'standard-error': f(Number.POSITIVE_INFINITY) }, /Infinity/],
  ] as const)('is refused for %s with %j', (source, fixed, message) => {
    const refused = () =>
      samplingSpreads(source, { counts: { count: f(9) }, fixed: fixed as Record<string, Float64Array> }, ['count']);
    expect(refused).toThrow(DpfairError);
    expect(refused).toThrow(message);
  });
});
