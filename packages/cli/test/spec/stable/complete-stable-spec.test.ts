import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { completeStableSpec } from '../../../src/spec/stable/complete-stable-spec.js';
import { keepStable } from '../../../src/spec/stable/keep-stable.js';
import type { StableSpecInput } from '../../../src/spec/stable/stable-spec.js';

const folder = mkdtempSync(join(tmpdir(), 'dpfair-stable-spec-'));
for (const name of ['adult.data', 'adult.test']) writeFileSync(join(folder, name), '');
mkdirSync(join(folder, 'empty'));
afterAll(() => rmSync(folder, { recursive: true }));

const own: StableSpecInput = { data: 'a.csv', label: 'y', group: ['sex'], seed: '1' };
const adult = (more: Partial<StableSpecInput> = {}) =>
  completeStableSpec({ data: folder, dataset: 'adult', seed: '1', ...more });

describe('the spec of an experiment', () => {
  it('of Adult has the files, columns and groups of the paper', () => {
    expect(adult()).toMatchObject({
      ...{ data: join(folder, 'adult.data'), more: [join(folder, 'adult.test')], rows: null, preset: 'paper' },
      ...{ label: 'income', favourable: '>50K', group: ['race', 'sex'], binary: { race: 'White' }, drop: ['fnlwgt'] },
      ...{
        standardise: 'but-groups',
        repetitions: 50,
        bound: 0.1,
        testShare: 0.2,
        trainShare: 0.75,
        intercept: 'penalised',
      },
    });
    expect(adult({ group: ['sex'] }).binary).toEqual({});
  });

  it('as the released code runs it has one file, and columns as they are, unless something else is said', () => {
    expect(adult({ preset: 'released-code' })).toMatchObject({ more: [], standardise: 'none' });
    expect(adult({ preset: 'released-code', rows: '45222', standardise: 'but-groups' })).toMatchObject({
      more: [join(folder, 'adult.test')],
      standardise: 'but-groups',
    });
    expect(adult({ rows: '30162' }).more).toEqual([]);
  });

  it('has a spec of its own that is complete: completing it changes nothing', () => {
    for (const spec of [
      adult(),
      completeStableSpec(own),
      completeStableSpec({ ...own, kernel: 'multiquadric', algorithm: ['gyf'] }),
    ])
      expect(completeStableSpec(spec)).toEqual(spec);
  });

  it('is refused without data', () => {
    expect(() => completeStableSpec({ label: 'y', group: ['sex'] })).toThrow(/no data file/);
  });

  it.each<[string, Partial<StableSpecInput>, RegExp]>([
    ['no group', { group: null }, /no group/],
    ['a folder of no data set', { data: folder }, /this is a folder/],
    ['a folder without the files', { data: join(folder, 'empty'), dataset: 'adult' }, /adult\.data.*is not there/],
    ['rows of a file', { rows: '30162' }, /--rows without the folder/],
    ['private without a budget', { algorithm: ['private'] }, /algorithm private without a budget/],
    ['a budget without private', { epsilon: [1] }, /--epsilon without algorithm private/],
    ['a clipping norm without private', { algorithm: ['plain'], clip: 1 }, /--clip without algorithm private/],
    ['a batch without private', { batch: 10 }, /--batch without algorithm private/],
    ['a learning rate without private', { learningRate: 1 }, /--learning-rate without algorithm private/],
    [
      'private with another loss',
      { algorithm: ['private'], epsilon: [1], loss: 'hinge' },
      /--loss with algorithm private: hinge/,
    ],
    ['a bound without zvrg', { algorithm: ['kaas'], bound: 0.2 }, /--bound without algorithm zvrg/],
    ['a weight that is no number', { weight: { kaas: 'x' } }, /--weight: kaas=x/],
    ['a weight below 0', { weight: { gyf: '-1' } }, /--weight: gyf=-1/],
    ['a weight of another algorithm', { algorithm: ['zvrg'], weight: { kaas: '1' } }, /--weight of kaas/],
    [
      'multiquadric without a free intercept',
      { kernel: 'multiquadric', algorithm: ['plain'], intercept: 'none' },
      /--intercept.*none/,
    ],
    ['two values of what is no group', { binary: { race: 'White' } }, /--binary of a column that is no group: race/],
    ['a condition on what is not measured', { failOn: ['alpha>1'] }, /--fail-on: alpha>1/],
    ['a condition without a sign', { failOn: ['stab=1'] }, /--fail-on: stab=1/],
  ])('is refused with %s', (_name, more, message) => {
    expect(() => completeStableSpec({ ...own, ...more } as Partial<StableSpecInput>)).toThrow(message);
  });
});

describe('a recorded spec beside options', () => {
  const recorded = completeStableSpec({
    ...own,
    binary: { sex: 'f' },
    algorithm: ['zvrg', 'private'],
    epsilon: [2],
    clip: 3,
    repetitions: 9,
  });
  const overridden = (options: Partial<StableSpecInput>) =>
    completeStableSpec({ ...keepStable(recorded, options), ...options });

  it('stays as it is without options', () => {
    expect(overridden({})).toEqual(recorded);
  });

  it('loses what is of other algorithms, groups and kernels, and keeps the rest', () => {
    expect(overridden({ algorithm: ['plain'] })).toMatchObject({
      bound: null,
      epsilon: null,
      clip: 0.1,
      repetitions: 9,
    });
    expect(overridden({ algorithm: ['private'], epsilon: [1] })).toMatchObject({ clip: 3, epsilon: [1] });
    expect(overridden({ group: ['age'] })).toMatchObject({ binary: {}, repetitions: 9 });
    expect(overridden({ kernel: 'rbf', algorithm: ['plain'] })).toMatchObject({ kernelWidth: 1 });
  });
});
