import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { columnsNamed, findColumn } from '../../src/tables/find-column.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { alabama } from '../saipe/saipe-line.js';

const read = (text: string) => readTable(bytesOf(text), { file: 'a.csv' });
const saipe = read([alabama.columns, ...alabama.rows].map((row) => row.join(',')).join('\n'));

describe('findColumn', () => {
  it('prefers the exact name to one that differs in case', () => {
    expect(findColumn(read('Count,count,COUNT\n1,2,3\n'), 'count')).toBe(1);
    expect(findColumn(read('id,Count\n1,2\n'), 'COUNT')).toBe(1);
  });

  it('prefers a column to an alias of the layout', () => {
    expect(findColumn(saipe, 'poor')).toBe(6);
    expect(findColumn({ ...saipe, columns: [...alabama.columns, 'Poor'] }, 'poor')).toBe(7);
  });

  it('finds every column an alias stands for', () => {
    expect(columnsNamed(saipe, 'State')).toEqual([0, 1]);
    expect(columnsNamed(saipe, 'nothing')).toEqual([]);
  });

  it('refuses a name two columns have, with their numbers', () => {
    const table = read('id,count,count\n1,2,3\n');
    expect(caught(() => findColumn(table, 'count')).faults).toEqual([
      messages.duplicateColumn('a.csv', 1, 'count', [2, 3]),
    ]);
    expect(caught(() => findColumn(read('id,Count,COUNT\n1,2,3\n'), 'count')).code).toBe('input');
    expect(findColumn(table, 'id')).toBe(0);
  });

  it('suggests near names for one no column has', () => {
    const error = caught(() => findColumn(read('id,weight\n1,2\n'), 'wieght'));
    expect(error.code).toBe('usage');
    expect(error.message).toBe('a.csv: no such column: wieght (allowed: id, weight; did you mean weight?)');
  });

  it('does not take properties of objects for aliases', () => {
    expect(columnsNamed(read('id\n1\n'), 'constructor')).toEqual([]);
  });
});
