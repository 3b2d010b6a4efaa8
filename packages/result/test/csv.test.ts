import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../src/csv.js';
import { messages } from '../src/messages.js';
import { caught } from './caught.js';

describe('writeCsv', () => {
  it('quotes only what needs it', () => {
    const rows = [['plain', 'a,b', 'say "x"', 'two\nlines', ' blank ']];
    expect(writeCsv(['a', 'b', 'c', 'd', 'e'], rows)).toBe(
      'a,b,c,d,e\nplain,"a,b","say ""x""","two\nlines"," blank "\n',
    );
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=', '-', '\uff1d1+1', '\uff20SUM(A1)'])(
    'puts an apostrophe before the text %j, in a cell and in the header',
    (text) => {
      const cells = writeCsv([text], [[text]]);
      expect(cells.startsWith("'") || cells.startsWith(`"'`)).toBe(true);
      expect(cells.split(`'${text}`).length).toBe(3);
    },
  );

  it('leaves numbers alone, negative ones and numbers as text too', () => {
    expect(writeCsv(['a', 'b', 'c'], [[-0.5, '-5', '+1.5e-3']])).toBe('a,b,c\n-0.5,-5,+1.5e-3\n');
  });

  it('ends every line, the last too, in a line feed alone', () => {
    expect(writeCsv(['a', 'b'], [[1, 'x']])).toBe('a,b\n1,x\n');
    expect(writeCsv(['a'], [])).toBe('a\n');
  });

  it('writes null as a blank and doubles so that they read back', () => {
    expect(writeCsv(['a', 'b'], [[null, 0.1 + 0.2]])).toBe('a,b\n,0.30000000000000004\n');
  });

  it('refuses what csv cannot hold', () => {
    const notFinite = caught(() => writeCsv(['a'], [[1], [Number.NaN]]));
    expect(notFinite.code).toBe('output');
    expect(notFinite.faults).toEqual([messages.notFiniteInCsv(2, 'a', Number.NaN)]);
    expect(caught(() => writeCsv(['a'], [[1, 2]])).faults).toEqual([messages.rowWidth(1, 2, 1)]);
  });

  it('no text can start a cell as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
        const text = `${start}${rest}`;
        fc.pre(Number.isNaN(Number(text)) || text.trim() === '' || !/^[+-]?[\d.]/.test(text));
        const cell = writeCsv(['a'], [[text]]).slice(2);
        expect(/^"?'/.test(cell)).toBe(true);
      }),
    );
  });
});
