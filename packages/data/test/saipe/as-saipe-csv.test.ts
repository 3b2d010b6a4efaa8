import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { alabama } from './saipe-line.js';

const csv = [alabama.columns, ...alabama.rows].map((row) => row.join(',')).join('\n');
const read = (text: string, format: 'auto' | 'csv' | 'saipe' = 'auto') =>
  readTable(bytesOf(text), { file: 'a.csv', format });

describe('SAIPE csv', () => {
  it('is recognised by its header, below titles and in any case too', () => {
    expect(read(csv)).toMatchObject({ format: 'saipe-csv', rows: alabama.rows, notes: [] });
    const shouted = read(csv.replace(alabama.columns.join(','), alabama.columns.join(',').toUpperCase()));
    expect(shouted).toMatchObject({ format: 'saipe-csv', columns: alabama.columns });
    expect(read(`Table with column headers in row 3,,,,,,\n"2021 Poverty, SAIPE",,,,,,\n${csv}`)).toMatchObject({
      format: 'saipe-csv',
      headerLine: 3,
      rows: alabama.rows,
    });
  });

  it('gets back the leading zeros that Excel took, and says in how many rows', () => {
    const table = read(csv.replaceAll(',01,00', ',1,').replace(',1,190', ',01,00190'));
    expect(table.rows).toEqual(alabama.rows);
    expect(table.notes).toEqual([messages.paddedCodes(2)]);
  });

  it('leaves codes alone that are not digits', () => {
    expect(read(csv.replace('00190', 'N/A')).rows[0]?.[2]).toBe('N/A');
  });

  it('is left as it stands when the format is said to be csv', () => {
    expect(read(csv, 'csv')).toMatchObject({ format: 'csv', defaultRoles: {}, aliases: {} });
  });

  it('is insisted on when the format is said to be saipe', () => {
    expect(caught(() => read('id,count\n1,2\n', 'saipe')).faults).toEqual([messages.notSaipe('a.csv', 1)]);
  });
});
