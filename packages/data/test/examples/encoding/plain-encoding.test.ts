import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/examples/encoding/encode.js';
import { plainEncoding } from '../../../src/examples/encoding/plain-encoding.js';
import { caught } from '../../caught.js';
import { tableOf } from '../table-of.js';

const lines = ['age,town,hours,y', '10,A,1.5,no', '20,B,2,yes', '40,A,3,no'];
const table = tableOf(lines);

describe('plainEncoding', () => {
  it('leaves numbers as they are, in the order that is asked for', () => {
    const encoding = plainEncoding(table, { label: 'y', columns: ['hours', 'AGE'] });
    const { examples } = encode(table, encoding);
    expect(examples.featureNames).toEqual(['hours', 'age']);
    expect([...examples.features]).toEqual([1.5, 10, 2, 20, 3, 40]);
    expect([examples.classNames, [...examples.target]]).toEqual([
      ['no', 'yes'],
      [0, 1, 0],
    ]);
  });

  it('takes all columns of the file but the label and those that are apart', () => {
    const { columns } = plainEncoding(table, { label: 'y', others: ['town'] });
    expect(columns.map(({ column }) => column)).toEqual(['age', 'hours']);
  });

  it('takes the classes as they are given, and refuses a row of another one', () => {
    const { label } = plainEncoding(table, { label: 'y', others: ['town'], classes: ['yes', 'no'] });
    expect(label.classes).toEqual(['yes', 'no']);
    const other = plainEncoding(table, { label: 'y', others: ['town'], classes: ['yes', 'never'] });
    expect(caught(() => encode(table, other)).message).toContain('people.csv:2:y: class');
  });

  it('refuses a text where the model reads a number, with its line', () => {
    expect(caught(() => plainEncoding(table, { label: 'y' })).message).toMatch(/people\.csv:2:town: .*texts: A /);
    const mixed = tableOf([...lines, 'ten,A,4,no']);
    const encoding = plainEncoding(mixed, { label: 'y', others: ['town'] });
    expect(caught(() => encode(mixed, encoding)).message).toMatch(/people\.csv:5:age: .*: ten /);
  });

  it.each([
    [{ label: 'y', columns: ['age', 'Age'] }, 'named twice'],
    [{ label: 'y', columns: ['age', 'y'] }, 'the label is among'],
    [{ label: 'y', columns: ['agee'] }, 'agee'],
    [{ label: 'y', others: ['age', 'town', 'hours'] }, 'no column is left'],
  ])('refuses %o', (options, part) => {
    expect(caught(() => plainEncoding(table, options)).message).toContain(part);
  });

  it('needs no label: then there are no classes, rows need none, and targets are not known', () => {
    const unlabelled = tableOf(['age,town,hours', '10,A,1.5', '20,B,?', '40,A,3']);
    const encoding = plainEncoding(unlabelled, { label: null, others: ['town'] });
    expect(encoding.label).toEqual({ column: null, classes: [], scaling: null });
    const { examples, lines, missing } = encode(unlabelled, encoding);
    expect([examples.featureNames, [...examples.features], lines, missing]).toEqual([
      ['age', 'hours'],
      [10, 1.5, 40, 3],
      [2, 4],
      1,
    ]);
    expect([...examples.target]).toEqual([Number.NaN, Number.NaN]);
  });

  it('refuses a label of one class, for which there is nothing to tell apart', () => {
    const one = tableOf(['age,y', '10,no', '20,no', '30,?']);
    expect(caught(() => plainEncoding(one, { label: 'y' })).message).toContain('one class');
  });
});
