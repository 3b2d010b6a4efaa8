import { describe, expect, it } from 'vitest';
import { encode } from '../../src/examples/encoding/encode.js';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import { caught } from '../caught.js';
import { tableOf } from './table-of.js';

const people = ['age,town,sex,y', '10,A,f,no', '20,B,m,yes', '40,A,m,no', '50,B,f,yes'];
const { encoding, training } = prepareExamples(tableOf(people), { label: 'y', group: 'sex', testShare: 0 });
const carried = JSON.parse(JSON.stringify(encoding)) as typeof encoding;

describe('encode', () => {
  it('gives the training rows the features they had, by an encoding that went through JSON', () => {
    expect(encode(tableOf(people), carried).examples).toEqual(training);
  });

  it('scales other rows by the training rows, wherever their columns stand', () => {
    // Age: mean 30, variance (400 + 100 + 100 + 400) / 4 = 250.
    const { examples, lines } = encode(tableOf(['y,sex,more,town,age', 'yes,m,z,B,80']), carried);
    expect(examples.features[0]).toBeCloseTo(50 / Math.sqrt(250), 14);
    expect([...examples.features.subarray(1)]).toEqual([0, 1]);
    expect([[...examples.target], [...examples.group], lines]).toEqual([[1], [1], [2]]);
  });

  it('leaves all features of a text at 0 that no training row had, and says so', () => {
    const { examples, warnings } = encode(tableOf([...people, '30,C,f,no', '30,D,f,no']), carried);
    expect([...examples.features.subarray(12)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(warnings).toEqual([
      {
        code: 'unseen-levels',
        message: 'town: 2 test rows with texts that no training row has, all its features are 0 there: C, D',
      },
    ]);
  });

  it('leaves rows with a missing value out and counts them; where missing is a level but was never met, all features are 0', () => {
    const gaps = tableOf([...people, '?,A,f,no']);
    const { missing, examples, warnings } = encode(gaps, carried);
    expect([missing, examples.rows, warnings.map(({ code }) => code)]).toEqual([1, 4, ['missing-values']]);
    const level = prepareExamples(tableOf(people), { label: 'y', group: 'sex', testShare: 0, missing: 'level' });
    const encoded = encode(gaps, level.encoding);
    expect([encoded.missing, ...encoded.examples.features.subarray(12)]).toEqual([0, 0, 1, 0]);
    expect(encoded.warnings.map(({ code }) => code)).toEqual(['unseen-levels']);
  });

  it('sorts rows into the bands of the training rows, those beyond all of them into the outer ones', () => {
    const banded = prepareExamples(tableOf(people), { label: 'y', group: 'age', bands: [30, 45], testShare: 0 });
    const { examples } = encode(
      tableOf([people[0] as string, '-5,A,f,no', '44.9,A,f,no', '99,A,f,no']),
      banded.encoding,
    );
    expect([...examples.group]).toEqual([0, 1, 2]);
  });

  it('cuts rows to the ball of the training rows', () => {
    const ball = prepareExamples(tableOf(people), { label: 'y', group: 'sex', testShare: 0, scale: 'unit-ball' });
    const { examples } = encode(tableOf([people[0] as string, '9000,A,f,no']), ball.encoding);
    expect(Math.hypot(...examples.features)).toBeLessThanOrEqual(1);
    expect(Math.hypot(...examples.features)).toBeGreaterThan(0.999999);
  });

  it('refuses classes and groups that the training rows do not have, with their lines, and columns that are not there', () => {
    const bad = caught(() => encode(tableOf([...people, '30,A,f,maybe', '30,A,f,perhaps']), carried));
    expect(bad.faults).toMatchObject([
      { line: 6, column: 'y', value: 'maybe', allowed: 'no, yes' },
      { line: 7, column: 'y', value: 'perhaps' },
    ]);
    const group = caught(() => encode(tableOf([...people, '30,A,x,no']), carried));
    expect(group.faults).toMatchObject([{ line: 6, column: 'sex', value: 'x', allowed: 'f, m' }]);
    expect(caught(() => encode(tableOf(['age,sex,y', '1,f,no']), carried)).code).toBe('usage');
  });
});
