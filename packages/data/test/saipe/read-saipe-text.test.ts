import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { toCountTable } from '../../src/roles/to-count-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { alabama, alabamaText, saipeLine } from './saipe-line.js';

const file = 'ussd21.txt';
const spanish = {
  fips: '35',
  district: '00990',
  name: 'Española Public Schools',
  population: '27000',
  children: '4100',
  poor: '1,050',
};
const espanola = saipeLine(spanish);

describe('SAIPE text', () => {
  it('gives the columns and rows of the csv export, postal codes included', () => {
    const table = readTable(bytesOf(alabamaText), { file });
    expect(table).toMatchObject({ format: 'saipe-text', delimiter: null, headerLine: null, notes: [], skipped: [] });
    expect(table.columns).toEqual(alabama.columns);
    expect(table.rows).toEqual(alabama.rows);
    expect(table.rows.map((_, row) => table.lineOf(row))).toEqual([1, 2, 3]);
  });

  it('needs no mapping: seven-digit ids, poor children, states as groups', () => {
    const { table, columns } = toCountTable(readTable(bytesOf(alabamaText), { file }), { counts: ['count'] });
    expect(table.id).toEqual(['0100190', '0100005', '0100030']);
    expect([...(table.counts.count as Float64Array)]).toEqual([622, 1042, 765]);
    expect(table.group).toEqual(['AL', 'AL', 'AL']);
    expect(columns.id).toBe('State FIPS Code+District ID');
  });

  it('is cut by characters whether it is UTF-8 or Latin-1', () => {
    const latin1 = Uint8Array.from(espanola, (character) => character.charCodeAt(0));
    for (const [bytes, encoding] of [
      [bytesOf(espanola), 'utf-8'],
      [latin1, 'windows-1252'],
    ] as const) {
      const table = readTable(bytes, { file });
      expect(table.encoding).toBe(encoding);
      expect(table.rows).toEqual([['NM', '35', '00990', 'Española Public Schools', '27000', '4100', '1,050']]);
    }
  });

  it('refuses lines that something shifted, and unknown states, each with its line', () => {
    const shifted = espanola.replace('ñ', 'n~');
    const nowhere = saipeLine({ ...spanish, fips: '03' });
    const bytes = bytesOf([espanola, shifted, '', nowhere].join('\n'));
    expect(caught(() => readTable(bytes, { file })).faults).toEqual([
      messages.shiftedSaipeLine(file, 2, 'ussd21.tx'),
      messages.unknownState(file, 4, '03'),
    ]);
    const table = readTable(bytes, { file, skipBadRows: true });
    expect(table.rows.length).toBe(1);
    expect(table.skipped.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is not looked for when the format is said to be csv', () => {
    expect(readTable(bytesOf(`name\n${alabamaText}`), { file, format: 'csv' }).format).toBe('csv');
  });
});
