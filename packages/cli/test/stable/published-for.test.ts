import { adultFigures } from '@dpfair/stability';
import { describe, expect, it } from 'vitest';
import { completeStableSpec } from '../../src/spec/stable/complete-stable-spec.js';
import type { StableSpecInput } from '../../src/spec/stable/stable-spec.js';
import { armsOf } from '../../src/stable/arms-of.js';
import { publishedFor } from '../../src/stable/published-for.js';

/** Published figures beside the cells for sex of Adult at lambda .01, by algorithm. */
function beside(more: Partial<StableSpecInput> = {}, rows = 45_222) {
  const given = { data: 'adult.data', more: ['adult.test'], dataset: 'adult', group: ['sex'], seed: '1' } as const;
  const spec = completeStableSpec({ ...given, lambda: [0.01], ...more });
  return armsOf(spec, []).map((arm) => publishedFor(spec, rows, arm, 'sex'));
}

const none = [null, null, null, null];

describe('published figures', () => {
  const published = [...(['zvrg', 'kaas', 'gyf'] as const).map((name) => adultFigures(name, 'sex', 0.01)), null];

  it('stand beside the cells of both presets, however often they are repeated and with the weights named', () => {
    expect(published[0]?.accuracy).toBe(0.84);
    expect(beside()).toEqual(published);
    expect(beside({ repetitions: 5, confidence: 0.9, replace: 2, weight: { kaas: '1', gyf: '0.001' } })).toEqual(
      published,
    );
    expect(beside({ preset: 'released-code', more: [] }, 30_162)).toEqual(published);
  });

  it.each<[string, Partial<StableSpecInput>]>([
    ['a setting of our own', { preset: 'own' }],
    ['another intercept', { intercept: 'free' }],
    ['columns scaled otherwise', { standardise: 'numbers' }],
    ['another label', { label: 'race' }],
    ['another favourable class', { favourable: '<=50K' }],
    ['other columns left out', { drop: [] }],
    ['groups that are hidden', { hideGroups: true }],
    ['another test share', { testShare: 0.3 }],
    ['another loss', { loss: 'hinge' }],
    ['columns of numbers kept as texts', { textColumns: ['age'] }],
  ])('do not stand beside %s', (_name, more) => {
    expect(beside(more)).toEqual(none);
  });

  it('do not stand beside other rows, and not beside a program with another weight or bound', () => {
    expect(beside({}, 30_162)).toEqual(none);
    expect(beside({ weight: { gyf: '0.01' } })).toEqual(published.with(2, null));
    expect(beside({ bound: 0.2 })).toEqual(published.with(0, null));
  });

  it('stand beside race only where it is White or not', () => {
    expect(beside({ group: ['sex', 'race'] }).filter((figures) => figures !== null)).toHaveLength(6);
    expect(beside({ group: ['sex', 'race'], binary: {} }).every((figures) => figures === null)).toBe(true);
  });
});
