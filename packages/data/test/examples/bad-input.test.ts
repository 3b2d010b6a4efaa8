import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import type { PrepareOptions } from '../../src/examples/prepare-options.js';
import { tableOfRows } from '../../src/generators/table-of-rows.js';
import { readTable } from '../../src/read-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { tableOf } from './table-of.js';

const people = ['age,town,sex,y', '20,A,f,no', '30,B,m,yes', '40,A,m,no', '50,B,f,yes', '60,A,f,no'];
const refused = (options: PrepareOptions, lines: readonly string[] = people) => {
  const { code, faults, message } = caught(() => prepareExamples(tableOf(lines), options));
  for (const { what } of faults) expect(what).not.toBe('');
  return { code, message, fault: faults[0] };
};
const ok: PrepareOptions = { label: 'y', group: 'sex' };

describe('prepareExamples refuses', () => {
  it('a label that is not named, not there, or misspelt, with the columns that there are', () => {
    expect(refused({})).toMatchObject({ code: 'usage', fault: { allowed: '--label with one of age, town, sex, y' } });
    expect(refused({ label: 'income' })).toMatchObject({ code: 'usage', fault: { value: 'income' } });
    expect(refused({ label: 'y', group: 'sx' }).message).toContain('did you mean sex?');
  });

  it('a label that is the group too, or is left out', () => {
    expect(refused({ label: 'y', group: 'y' })).toMatchObject({ code: 'usage', fault: { value: 'y' } });
    expect(refused({ ...ok, drop: ['y'] })).toMatchObject({ code: 'usage', fault: { value: 'y' } });
  });

  it('a label of one class, with how many rows', () => {
    expect(refused(ok, ['age,sex,y', '1,f,no', '2,m,no'])).toMatchObject({
      code: 'input',
      fault: { file: 'people.csv', column: 'y', what: 'all 2 rows have one class', value: 'no' },
    });
    const constant = ['age,sex,y', '1,f,3.5', '2,m,3.5'];
    expect(refused(ok, constant)).toMatchObject({ code: 'input', fault: { column: 'y', value: 3.5 } });
  });

  it('texts in a column of numbers, NaN among them, each with its line; or leaves such rows out and lists them', () => {
    const lines = ['age,sex,y', '1,f,no', 'NaN,m,yes', '1e999,m,no', 'twelve,f,yes', '4,f,no', '5,m,yes', '6,m,yes'];
    const { faults, code } = caught(() => prepareExamples(tableOf(lines), ok));
    expect([code, faults.map(({ line, column, value }) => [line, column, value])]).toEqual([
      'input',
      [
        [3, 'age', 'NaN'],
        [4, 'age', '1e999'],
        [5, 'age', 'twelve'],
      ],
    ]);
    const { skipped, training } = prepareExamples(tableOf(lines), { ...ok, testShare: 0, skipBadRows: true });
    expect([training.rows, skipped.map(({ line }) => line)]).toEqual([4, [3, 4, 5]]);
    const named = prepareExamples(tableOf(lines), { ...ok, testShare: 0, missingTexts: ['NaN', '1e999', 'twelve'] });
    expect(named.training.rows).toBe(4);
    // Blanks stay missing when another text is named.
    const blank = lines.map((line, k) => (k === 1 ? line.replace(/^[^,]*/, '') : line));
    const both = { ...ok, testShare: 0, missingTexts: ['NaN', '1e999', 'twelve'] };
    expect(prepareExamples(tableOf(blank), both).training.rows).toBe(3);
    const text = prepareExamples(tableOf(lines), { ...ok, testShare: 0, text: ['age'] });
    expect(text.training.featureNames).toContain('age=NaN');
  });

  it('a label of text that is to be predicted as a number, and a positive class that is none of two', () => {
    expect(refused({ ...ok, task: 'number' })).toMatchObject({ code: 'usage', fault: { value: 'no' } });
    expect(refused({ ...ok, positive: 'yess' }).message).toContain('did you mean yes?');
    const three = ['age,sex,y', '1,f,a', '2,m,b', '3,m,c'];
    expect(refused({ ...ok, positive: 'a' }, three)).toMatchObject({ code: 'usage' });
  });

  it('bands that are not ascending, of text, of no group, or without a row', () => {
    const byAge: PrepareOptions = { label: 'y', group: 'age' };
    expect(refused({ ...byAge, bands: [30, 30] })).toMatchObject({ code: 'usage', fault: { value: '30,30' } });
    expect(refused({ ...byAge, bands: [] })).toMatchObject({ code: 'usage' });
    expect(refused({ ...byAge, bands: [Number.NaN] })).toMatchObject({ code: 'usage' });
    expect(refused({ ...ok, bands: [3] })).toMatchObject({ code: 'usage', fault: { column: 'sex' } });
    expect(refused({ label: 'y', bands: [3] })).toMatchObject({ code: 'usage', fault: { what: 'bands' } });
    expect(refused({ ...byAge, bands: [30, 70] })).toMatchObject({
      code: 'usage',
      fault: { column: 'age', value: '70 and over', allowed: 'bands between 20 and 60' },
    });
  });

  it('groups of numbers that are many and not in bands', () => {
    const lines = ['age,sex,y', ...Array.from({ length: 21 }, (_, row) => `${row * 2},f,${row % 2}`)];
    expect(refused({ label: 'y', group: 'age' }, lines).message).toContain('bands');
  });

  it('a table of which no row is left, with the columns that are missing', () => {
    const lines = ['age,sex,y', ',f,no', '1,?,yes', '1,f,'];
    expect(refused(ok, lines)).toMatchObject({
      code: 'input',
      fault: { value: '3 rows; missing in age (1), sex (1), y (1)' },
    });
  });

  it('a table of which no column is left, with those left out', () => {
    const lines = ['age,sex,y', '1,f,no', '1,m,yes', '1,m,no'];
    expect(refused({ ...ok, testShare: 0 }, lines)).toMatchObject({ code: 'input', fault: { value: 'left out: age' } });
  });

  it('a column of seventy-five thousand texts, naming it and how many', () => {
    const rows = Array.from({ length: 150_000 }, (_, row) => [`t${row >> 1}`, row % 1000 === 0 ? 'yes' : 'no']);
    const table = tableOfRows('wide.csv', ['town', 'y'], rows);
    const { faults } = caught(() => prepareExamples(table, { label: 'y', testShare: 0 }));
    expect(faults).toMatchObject([{ file: 'wide.csv', column: 'town', value: 75_000 }]);
    expect(faults[0]?.allowed).toContain('drop');
  });

  it('two columns of one name, and gives a blank name the number of its column', () => {
    expect(refused(ok, ['age,sex,age,y', '1,f,2,no', '3,m,4,yes'])).toMatchObject({ fault: { column: 'age' } });
    const { training } = prepareExamples(tableOf(['age,,sex,y', '1,9,f,no', '3,8,m,yes']), { ...ok, testShare: 0 });
    expect(training.featureNames).toEqual(['age', 'column 2']);
  });

  const outOfRange: [string, PrepareOptions][] = [
    ['a share for testing of 1', { testShare: 1 }],
    ['a share for testing that is no number', { testShare: Number.NaN }],
    ['a share and a table for testing', { testShare: 0.2, test: tableOf(people) }],
    ['one level', { mostLevels: 1 }],
    ['a radius of 0', { scale: 'unit-ball', radius: 0 }],
    ['a radius without a ball', { radius: 1 }],
    ['a scale that is not known', { scale: 'min-max' as 'none' }],
    ['a deviation of 0', { scales: { age: [0, 0] } }],
    ['scales where nothing is scaled', { scale: 'none', scales: { age: [0, 1] } }],
    ['the scale of a text', { scales: { town: [0, 1] } }],
    ['the mark of a text', { marks: { town: 'A' } }],
    ['a seed that is none', { seed: 'abc' }],
  ];
  it.each(outOfRange)('%s', (_, options) => {
    expect(refused({ ...ok, ...options }).code).toBe('usage');
  });
});

describe('prepareExamples', () => {
  it('gives finite features of the right shape, or a DpfairError, on tables of any text', () => {
    const cell = fc.constantFrom(
      '',
      '?',
      '0',
      '1',
      '2.5',
      'a',
      'b',
      'NaN',
      '-3',
      '1e400',
      '(missing)',
      '__proto__',
      '<i>',
    );
    const options = fc.record({
      missing: fc.constantFrom('drop', 'level'),
      scale: fc.constantFrom('standard', 'none', 'unit-ball'),
      groupAsFeature: fc.boolean(),
      skipBadRows: fc.boolean(),
      testShare: fc.constantFrom(0, 0.5),
      group: fc.constantFrom(undefined, 'g', 'x'),
    } as const);
    let through = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 12 }),
        options,
        (rows, chosen) => {
          const text = ['x,g,z,y', ...rows.map((row) => row.join(','))].join('\n');
          try {
            const { training, test } = prepareExamples(readTable(bytesOf(text), { file: 'fuzz' }), {
              label: 'y',
              ...chosen,
            });
            for (const part of test === null ? [training] : [training, test]) {
              expect(part.features.length).toBe(part.rows * part.featureNames.length);
              expect(part.features.every(Number.isFinite)).toBe(true);
              expect(part.group.every((group) => group < part.groupNames.length)).toBe(true);
            }
            through++;
          } catch (error) {
            if (!(error instanceof DpfairError)) throw error;
          }
        },
      ),
      { numRuns: 600 },
    );
    expect(through).toBeGreaterThan(20);
  });
});
