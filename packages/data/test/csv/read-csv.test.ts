import { writeCsv } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadCsvOptions, readCsv } from '../../src/csv/read-csv.js';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

const read = (text: string, options?: ReadCsvOptions) => readCsv({ text, encoding: 'utf-8' }, 'a.csv', options);

describe('readCsv', () => {
  it('collapses blanks and line ends in the names of columns', () => {
    expect(read('"Poor\n  children", id \n1,2\n').columns).toEqual(['Poor children', 'id']);
  });

  it('has no notes on a file it read as it stands, and one on titles it left out', () => {
    expect(read('id,count\n1,2\n').notes).toEqual([]);
    expect(read('Households,\nid,count\n1,2\n').notes).toEqual([messages.titleRows(1)]);
  });

  it('notes that text had to be decoded as Latin-1', () => {
    const table = readCsv({ text: 'id,count\n1,2\n', encoding: 'windows-1252' }, 'a.csv');
    expect(table.notes).toEqual([messages.decodedAsLatin1]);
  });

  it('skips and lists ragged rows when asked to', () => {
    const table = read('id,count\n1,2\n3\n4,5,6\n7,8\n', { skipBadRows: true });
    expect(table.rows).toEqual([
      ['1', '2'],
      ['7', '8'],
    ]);
    expect(table.skipped).toEqual([
      { line: 3, reason: 'number of fields: 1' },
      { line: 4, reason: 'number of fields: 3' },
    ]);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([2, 5]);
  });

  it('takes the row below GEO_ID for labels only when it holds no identifier', () => {
    expect(read('GEO_ID,N\n0500000US15001,7\n').rows).toEqual([['0500000US15001', '7']]);
    const labelled = read('GEO_ID,N\nGeography,Total\n0500000US15001,7\n');
    expect(labelled.skipped).toEqual([{ line: 2, reason: messages.labelRow }]);
  });

  it('takes only the row just below GEO_ID for labels', () => {
    const table = read('GEO_ID,N\n0500000US15001,7\nGeography,Total\n');
    expect(table.rows[1]).toEqual(['Geography', 'Total']);
    expect(table.skipped).toEqual([]);
  });

  it('drops no value from a row that is too wide, whatever delimiter ends the others', () => {
    const error = caught(() => read('a,b,c,d,e\n1,2,\n1,2,\n1,2,\n1,2,3,4,5,6\n'));
    expect(error.faults.map(({ line, value }) => [line, value])).toEqual([
      [2, 3],
      [3, 3],
      [4, 3],
      [5, 6],
    ]);
  });

  it('reads mixed line ends', () => {
    const table = read('id,count\r\n1,2\r3,4\n5,6');
    expect(table.rows.map((_, row) => table.lineOf(row))).toEqual([2, 3, 4]);
  });

  it('takes the delimiter it is told, and then refuses what does not fit it', () => {
    expect(read('a;b,c\n1;2,3\n', { delimiter: ';' }).columns).toEqual(['a', 'b,c']);
    const error = caught(() => read('a,b\n1;2,3;4\n', { delimiter: ';' }));
    expect(error.code).toBe('input');
  });

  it('reads back what writeCsv writes, cell for cell', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => `x${text}`.replaceAll(/[\r\0]/g, '').trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const bytes = bytesOf(writeCsv(['first', 'second'], rows));
        expect(readTable(bytes, { file: 'a.csv', delimiter: ',' }).rows).toEqual(rows);
      }),
    );
  });
});
