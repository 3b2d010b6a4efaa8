import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeTable } from '../../src/csv/write-table.js';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

describe('writeTable', () => {
  it('quotes only what needs it', () => {
    const rows = [['plain', 'a,b', 'say "x"', 'two\nlines', ' blank ']];
    expect(writeTable(['a', 'b', 'c', 'd', 'e'], rows)).toBe(
      'a,b,c,d,e\nplain,"a,b","say ""x""","two\nlines"," blank "\n',
    );
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=', '-'])(
    'puts an apostrophe before the text %j, in a cell and in the header',
    (text) => {
      const cells = writeTable([text], [[text]]);
      expect(cells.startsWith("'") || cells.startsWith(`"'`)).toBe(true);
      expect(cells.split(`'${text}`).length).toBe(3);
    },
  );

  it('leaves numbers alone, negative ones and numbers as text too', () => {
    expect(writeTable(['a', 'b', 'c'], [[-0.5, '-5', '+1.5e-3']])).toBe('a,b,c\n-0.5,-5,+1.5e-3\n');
  });

  it('writes null as a blank and doubles so that they read back', () => {
    expect(writeTable(['a', 'b'], [[null, 0.1 + 0.2]])).toBe('a,b\n,0.30000000000000004\n');
  });

  it('refuses what csv cannot hold', () => {
    const notFinite = caught(() => writeTable(['a'], [[1], [Number.NaN]]));
    expect(notFinite.code).toBe('output');
    expect(notFinite.faults).toEqual([messages.notFinite(2, 'a', Number.NaN)]);
    expect(caught(() => writeTable(['a'], [[1, 2]])).faults).toEqual([messages.rowWidth(1, 2, 1)]);
  });

  it('no text can start a cell as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const text = `${start}${rest}`;
        fc.pre(Number.isNaN(Number(text)) || text.trim() === '' || !/^[+-]?[\d.]/.test(text));
        const cell = writeTable(['a'], [[text]]).slice(2);
        expect(/^"?'/.test(cell)).toBe(true);
      }),
    );
  });

  it('is read back by readTable, cell for cell', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => `x${text}`.replaceAll(/[\r\0]/g, '').trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const bytes = bytesOf(writeTable(['first', 'second'], rows));
        expect(readTable(bytes, { file: 'a.csv', delimiter: ',' }).rows).toEqual(rows);
      }),
    );
  });
});
