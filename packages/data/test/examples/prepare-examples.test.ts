import { encodingSchema } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import type { PrepareOptions } from '../../src/examples/prepare-options.js';
import { tableOf } from './table-of.js';

const people = tableOf([
  'income,region,children,sex,approved',
  '10,north,0,f,no',
  '20,south,1,m,yes',
  '30,north,2,f,yes',
  '40,west,1,m,no',
]);
const all: PrepareOptions = { label: 'approved', group: 'sex', testShare: 0 };
const rowsOf = ({
  features,
  featureNames,
  rows,
}: {
  features: Float64Array;
  featureNames: readonly string[];
  rows: number;
}) =>
  Array.from({ length: rows }, (_, row) => [
    ...features.subarray(row * featureNames.length, (row + 1) * featureNames.length),
  ]);

describe('prepareExamples', () => {
  it('standardises numbers by mean and standard deviation, makes one feature a level, and keeps label and group out', () => {
    const { training, test } = prepareExamples(people, all);
    expect(training.featureNames).toEqual(['income', 'region=north', 'region=south', 'region=west', 'children']);
    // income: mean 25, variance (225 + 25 + 25 + 225) / 4 = 125; children: mean 1, variance 2 / 4.
    const [outer, inner, one] = [15 / Math.sqrt(125), 5 / Math.sqrt(125), Math.SQRT2];
    const expected = [
      [-outer, 1, 0, 0, -one],
      [-inner, 0, 1, 0, 0],
      [inner, 1, 0, 0, one],
      [outer, 0, 0, 1, 0],
    ];
    rowsOf(training).forEach((row, at) => {
      row.forEach((value, feature) => {
        expect(value).toBeCloseTo(expected[at]?.[feature] as number, 14);
      });
    });
    expect([training.classNames, [...training.target]]).toEqual([
      ['no', 'yes'],
      [0, 1, 1, 0],
    ]);
    expect([training.groupNames, [...training.group]]).toEqual([
      ['f', 'm'],
      [0, 1, 0, 1],
    ]);
    expect(test).toBeNull();
  });

  it('leaves numbers as they are, takes public scales instead of those of the rows, and warns only of the latter', () => {
    const codes = (options: PrepareOptions) =>
      prepareExamples(people, { ...all, ...options }).warnings.map(({ code }) => code);
    const firstOf = (options: PrepareOptions) => rowsOf(prepareExamples(people, { ...all, ...options }).training)[0];
    expect(firstOf({ scale: 'none' })).toEqual([10, 1, 0, 0, 0]);
    const scales: PrepareOptions['scales'] = { income: [30, 10], children: [1, 2] };
    expect(firstOf({ scales })).toEqual([-2, 1, 0, 0, -0.5]);
    expect(codes({})).toEqual(['preprocessing-not-private']);
    expect(codes({ scale: 'none' })).toEqual([]);
    expect(codes({ scales })).toEqual([]);
    expect(codes({ scales: { income: [30, 10] } })).toEqual(['preprocessing-not-private']);
  });

  it('scales rows into the unit ball: the longest to its surface, others in proportion, longer ones of a public radius cut', () => {
    const scales: PrepareOptions['scales'] = { income: [0, 10], children: [0, 1] };
    const norms = (options: PrepareOptions) =>
      rowsOf(prepareExamples(people, { ...all, scale: 'unit-ball', scales, ...options }).training).map((row) =>
        Math.hypot(...row),
      );
    // Before: (1, region, 0), (2, region, 1), (3, region, 2), (4, region, 1).
    const squared = [2, 6, 14, 18];
    norms({}).forEach((norm, row) => {
      expect(norm).toBeCloseTo(Math.sqrt((squared[row] as number) / 18), 10);
      expect(norm).toBeLessThanOrEqual(1);
    });
    norms({ radius: 3 }).forEach((norm, row) => {
      expect(norm).toBeCloseTo(Math.min(1, Math.sqrt(squared[row] as number) / 3), 10);
      expect(norm).toBeLessThanOrEqual(1);
    });
  });

  it('has the positive class second, whichever it is said to be', () => {
    const { training } = prepareExamples(people, { ...all, positive: 'no' });
    expect([training.classNames, [...training.target]]).toEqual([
      ['yes', 'no'],
      [1, 0, 0, 1],
    ]);
  });

  it('takes several classes, numbers in their order, and predicts a number where it is one', () => {
    const several = prepareExamples(people, { label: 'children', testShare: 0 });
    expect([several.training.classNames, [...several.training.target]]).toEqual([
      ['0', '1', '2'],
      [0, 1, 2, 1],
    ]);
    const number = prepareExamples(people, { label: 'children', task: 'number', scale: 'none', testShare: 0 });
    expect(number.training.targetUnit).toBe(1);
    expect([number.training.classNames, [...number.training.target]]).toEqual([[], [0, 1, 2, 1]]);
    const scaled = prepareExamples(people, {
      label: 'children',
      task: 'number',
      scales: { children: [1, 2] },
      testShare: 0,
    });
    expect([scaled.training.targetUnit, ...scaled.training.target]).toEqual([2, -0.5, 0, 0.5, 0]);
  });

  it('sorts a column of numbers into bands, which begin where they say', () => {
    const { training } = prepareExamples(people, { ...all, group: 'income', bands: [20, 40] });
    expect([training.groupNames, [...training.group]]).toEqual([
      ['under 20', '20 to 39', '40 and over'],
      [0, 1, 1, 2],
    ]);
    expect(training.featureNames).not.toContain('income');
    const seen = prepareExamples(people, { ...all, group: 'income', bands: [20, 40], groupAsFeature: true });
    expect(seen.training.featureNames).toContain('income');
  });

  it('makes one group of all rows where no column of groups is named', () => {
    const { training } = prepareExamples(people, { label: 'approved', testShare: 0 });
    expect([training.groupNames, [...training.group]]).toEqual([['all rows'], [0, 0, 0, 0]]);
    expect(training.featureNames).toContain('sex=f');
  });

  const gaps = tableOf(['age,town,sex,y', '20,A,f,0', '?,B,m,1', '40,,m,0', '60,B,f,1', '50,A,?,1', '50,A,m,']);
  const ofGaps: PrepareOptions = { label: 'y', group: 'sex', testShare: 0, scale: 'none' };

  it('leaves rows with a missing value out, and counts them by column', () => {
    const { training, warnings, data, lines } = prepareExamples(gaps, ofGaps);
    expect(rowsOf(training)).toEqual([
      [20, 1, 0],
      [60, 0, 1],
    ]);
    expect(data.rows).toEqual({ training: 2, test: 0, missing: 4 });
    expect(lines.training).toEqual([2, 5]);
    expect(warnings).toEqual([
      {
        code: 'missing-values',
        message: '4 rows of 6 left out for a missing value: age (1), town (1), sex (1), y (1)',
      },
      { code: 'group-without-rows', message: 'no row is left of m: a value is missing in each' },
    ]);
  });

  it('counts those of a test file too, in one warning that names both files', () => {
    const test = tableOf(['age,town,sex,y', '20,A,f,0', '?,A,f,1', ',A,f,1', '30,A,f,1']);
    const { warnings, data } = prepareExamples(gaps, {
      ...ofGaps,
      testShare: undefined,
      test: { ...test, file: 'test.csv' },
    });
    expect(data.rows).toEqual({ training: 2, test: 2, missing: 6 });
    expect(warnings.filter(({ code }) => code === 'missing-values').map(({ message }) => message)).toEqual([
      `${gaps.file}: 4 rows of 6 left out for a missing value: age (1), town (1), sex (1), y (1); test.csv: 2 rows of 4 left out for a missing value: age (2)`,
    ]);
    const whole = prepareExamples(gaps, {
      ...ofGaps,
      testShare: undefined,
      test: tableOf(['age,town,sex,y', '20,A,f,0']),
    });
    expect(whole.warnings[0]?.message).toBe(
      '4 rows of 6 left out for a missing value: age (1), town (1), sex (1), y (1)',
    );
  });

  it('makes missing a level, a group, and of a number a feature of its own with the number 0; never a class', () => {
    const { training, data } = prepareExamples(gaps, { ...ofGaps, missing: 'level' });
    expect(training.featureNames).toEqual(['age', 'age=(missing)', 'town=A', 'town=B', 'town=(missing)']);
    expect(rowsOf(training)).toEqual([
      [20, 0, 1, 0, 0],
      [0, 1, 0, 1, 0],
      [40, 0, 0, 0, 1],
      [60, 0, 0, 1, 0],
      [50, 0, 1, 0, 0],
    ]);
    expect([training.groupNames, [...training.group]]).toEqual([
      ['f', 'm', '(missing)'],
      [0, 1, 1, 0, 2],
    ]);
    expect(data.rows.missing).toBe(1);
  });

  it('leaves out columns that are constant, number the rows or have a text of their own in each, and says so', () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row + 1},p${row},x,${row % 3},${row % 2}`);
    const { training, warnings, encoding } = prepareExamples(tableOf(['id,name,same,three,y', ...rows]), {
      label: 'y',
      testShare: 0,
      scale: 'none',
    });
    expect(training.featureNames).toEqual(['three']);
    expect(warnings).toEqual([
      {
        code: 'columns-dropped',
        message:
          'left out: id (it numbers the rows); name (a text of its own in each of 30 rows); same ("x" in every training row)',
      },
    ]);
    expect(encoding.dropped.map(({ column }) => column)).toEqual(['id', 'name', 'same']);
  });

  it('carries an encoding that is plain data and passes its schema', () => {
    const { encoding } = prepareExamples(gaps, { ...ofGaps, missing: 'level', scale: 'standard' });
    expect(encodingSchema.parse(JSON.parse(JSON.stringify(encoding)))).toEqual(encoding);
  });
});
