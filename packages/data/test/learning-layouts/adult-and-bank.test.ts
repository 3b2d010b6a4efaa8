import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import { caught } from '../caught.js';
import { tableOf } from '../examples/table-of.js';

const adult = (income: string, workclass = 'Private', sex = 'Male') =>
  `39, ${workclass}, 77516, Bachelors, 13, Never-married, Adm-clerical, Not-in-family, White, ${sex}, 2174, 0, 40, United-States, ${income}`;

describe('the layout of Adult', () => {
  it('is known by its first row, without a header, as adult.data has it', () => {
    const table = tableOf([adult('<=50K'), adult('>50K', '?'), '']);
    expect(table).toMatchObject({
      format: 'adult',
      headerLine: null,
      notes: [],
      learning: { label: 'income', positive: '>50K' },
    });
    expect(table.rows.map((row) => [row[0], row[1], row[14]])).toEqual([
      ['39', 'Private', '<=50K'],
      ['39', '?', '>50K'],
    ]);
    expect(table.lineOf(1)).toBe(2);
  });

  it('loses the first line of adult.test and the full stops of its labels, and lines stay those of the file', () => {
    const table = tableOf(['|1x3 Cross validator', adult('<=50K.'), adult('>50K.')]);
    expect(table.rows.map((row) => row[14])).toEqual(['<=50K', '>50K']);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([2, 3]);
    expect(table.notes).toEqual(['1 line above the rows left out', 'a full stop behind the label taken off in 2 rows']);
  });

  it('refuses rows of another width with their line, or skips and lists them', () => {
    const lines = ['|1x3 Cross validator', adult('<=50K.'), '39, Private'];
    expect(caught(() => tableOf(lines)).faults).toEqual([
      { file: 'people.csv', line: 3, what: 'number of fields', value: 2, allowed: '15, as in all of the layout' },
    ]);
    expect(tableOf(lines, { skipBadRows: true }).skipped).toEqual([{ line: 3, reason: 'number of fields: 2' }]);
  });

  it('is refused for other files when asked for, and is any csv when that is asked for', () => {
    expect(caught(() => tableOf(['id,count', '1,2'], { format: 'adult' })).message).toContain('UCI Adult');
    expect(tableOf([adult('<=50K'), adult('>50K')], { format: 'csv' }).format).toBe('csv');
  });
});

const bankHeader = '"age";"job";"marital";"duration";"campaign";"pdays";"poutcome";"y"';
const bank = (rows: readonly string[]) => tableOf([bankHeader, ...rows]);
const calls = bank([
  '56;"housemaid";"married";261;1;999;"nonexistent";"no"',
  '57;"unknown";"married";149;2;3;"success";"yes"',
  '37;"services";"single";226;1;999;"nonexistent";"yes"',
  '40;"services";"single";22;3;5;"failure";"no"',
]);

describe('the layout of Bank', () => {
  it('is known by its header; unknown is missing, 999 days is never, and yes is positive', () => {
    expect(calls).toMatchObject({ format: 'bank', delimiter: ';' });
    const { training, data } = prepareExamples(calls, { group: 'marital', testShare: 0, scale: 'none' });
    expect([data.rows.missing, training.classNames]).toEqual([1, ['no', 'yes']]);
    const column = (name: string) => {
      const at = training.featureNames.indexOf(name);
      return [0, 1, 2].map((row) => training.features[row * training.featureNames.length + at]);
    };
    expect([column('pdays'), column('pdays=never')]).toEqual([
      [0, 0, 5],
      [1, 1, 0],
    ]);
  });

  it('leaves out the length of the call, which gives the answer away, unless it is kept: a warning either way', () => {
    const codes = (keep: readonly string[]) => {
      const { training, warnings } = prepareExamples(calls, { group: 'marital', testShare: 0, scale: 'none', keep });
      return [
        training.featureNames.includes('duration'),
        warnings.filter(({ code }) => code === 'leaking-column').length,
      ];
    };
    expect(codes([])).toEqual([false, 1]);
    expect(codes(['duration'])).toEqual([true, 1]);
  });

  it('has -1 for never in the older edition, which has a balance', () => {
    const older = tableOf(['age;job;marital;balance;duration;campaign;pdays;poutcome;y', '30;a;b;1;1;1;-1;c;no']);
    expect(older.learning?.marks).toEqual({ pdays: { text: '-1', name: 'never' } });
  });

  it('is refused for other files when asked for', () => {
    expect(caught(() => tableOf(['id,count', '1,2'], { format: 'bank' })).message).toContain('UCI Bank Marketing');
  });
});
