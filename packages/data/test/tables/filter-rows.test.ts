import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { filterRows } from '../../src/tables/filter-rows.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { alabama, alabamaText } from '../saipe/saipe-line.js';

const table = readTable(bytesOf('id,state,kind\n1,MT,a\n2,MT,b\n3,HI,a\n4,,a\n'), { file: 'a.csv' });
const ids = (conditions: string[]) => filterRows(table, conditions).rows.map(([id]) => id);

describe('filterRows', () => {
  it.each([
    [[], ['1', '2', '3', '4']],
    [['state=MT'], ['1', '2']],
    [['state!=MT'], ['3', '4']],
    [['state=MT', 'kind=a'], ['1']],
    [[' STATE = MT ', 'kind!=a'], ['2']],
    [['state='], ['4']],
  ])('%j keeps the rows %j', (conditions, kept) => {
    expect(ids(conditions)).toEqual(kept);
  });

  it('keeps the lines of the file', () => {
    const kept = filterRows(filterRows(table, ['kind=a']), ['state!=MT']);
    expect(kept.rows.map((_, row) => kept.lineOf(row))).toEqual([4, 5]);
    expect(kept.placeOf(0, 1)).toEqual({ file: 'a.csv', line: 4 });
  });

  it('takes a state of SAIPE by postal or FIPS code, and compares codes as text', () => {
    const saipe = readTable(bytesOf(alabamaText), { file: 'ussd21.txt' });
    expect(filterRows(saipe, ['state=01']).rows).toEqual(alabama.rows);
    expect(filterRows(saipe, ['state=AL', 'district=00030']).rows).toEqual([alabama.rows[2]]);
    for (const condition of ['state!=AL', 'state!=01', 'state=1']) {
      expect(caught(() => filterRows(saipe, [condition])).code).toBe('input');
    }
  });

  it('refuses to leave no rows, and shows values there are', () => {
    expect(caught(() => filterRows(table, ['state=ZZ', 'kind=a'])).faults).toEqual([
      messages.noRowsLeft('a.csv', ['state=ZZ', 'kind=a'], ['state has MT, HI, ', 'kind has a, b']),
    ]);
  });

  it('refuses what is not a condition and columns there are not', () => {
    expect(caught(() => filterRows(table, ['state'])).faults).toEqual([messages.badCondition('state')]);
    expect(caught(() => filterRows(table, ['=MT'])).code).toBe('usage');
    expect(caught(() => filterRows(table, ['sate=MT'])).message).toContain('did you mean state?');
  });
});
