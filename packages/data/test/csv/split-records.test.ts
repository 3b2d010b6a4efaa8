import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../../src/csv/split-records.js';
import { messages } from '../../src/messages.js';
import { caught } from '../caught.js';

const faultsOf = (text: string) => caught(() => splitRecords(text, ',', 'a.csv')).faults;

describe('splitRecords', () => {
  it('trims fields, quoted ones too, and keeps blank ones', () => {
    expect(splitRecords(' a , "b" ,"\tc\u00a0\n"\n,,\n', ',', 'a.csv').records).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
    ]);
  });

  it('reads doubled quotes, delimiters and line ends inside quotes', () => {
    expect(splitRecords('"a ""b"", c\nd",e', ',', 'a.csv').records).toEqual([['a "b", c\nd', 'e']]);
  });

  it('takes a quote inside an unquoted field as it stands', () => {
    expect(splitRecords('5" pipe,7', ',', 'a.csv').records).toEqual([['5" pipe', '7']]);
  });

  it('counts the lines of the file, also over empty lines and quoted line ends', () => {
    expect(splitRecords('a\n\n"b\nc\n"\nd\n   \ne', ',', 'a.csv').lines).toEqual([1, 3, 6, 8]);
    expect(splitRecords('\n\na\n\nb\n\n', ',', 'a.csv').lines).toEqual([3, 5]);
  });

  it('tells a quoted blank from an empty line', () => {
    const { records, lines } = splitRecords('a\n""\n\n ""  \n"\n""\n"\nb\n', ',', 'a.csv');
    expect(records).toEqual([['a'], [''], [''], ['"'], ['b']]);
    expect(lines).toEqual([1, 2, 4, 5, 8]);
  });

  it('keeps every record of a text whose records differ in width', () => {
    expect(splitRecords('Title\na,b,c\n1\n2,3\n4,5,6,7\n', ',', 'a.csv').records).toEqual([
      ['Title'],
      ['a', 'b', 'c'],
      ['1'],
      ['2', '3'],
      ['4', '5', '6', '7'],
    ]);
  });

  it('keeps leading blank fields of tab-separated text', () => {
    expect(splitRecords('\t\t1\n\t\t\n"a"\t\t"b"', '\t', 'a.tsv').records).toEqual([
      ['', '', '1'],
      ['', '', ''],
      ['a', '', 'b'],
    ]);
  });

  it.each([
    ['a,b\n1,2\n3,"4\n5,6\n', 3, 2],
    ['"', 1, 1],
    ['ñ,é\n\n  \n "4', 4, 1],
    ['"a\nb","c\n', 2, 2],
    ['a\n"b""\n', 2, 1],
    ['5" pipe,"6\n7\n', 1, 2],
  ])('names line and field of the quote that is never closed in %j', (text, line, field) => {
    expect(faultsOf(text)).toEqual([messages.unterminatedQuote('a.csv', line, field)]);
  });

  it.each([
    ['a\n"b\nc"d,e\n', 3, 1, 'd'],
    ['a,b\n1,"2" x\n', 2, 2, 'x'],
    ['a,b\n1,\u00a0"ñ😀" 😀\n', 2, 2, '😀'],
    ['"ñ"\u00a0\n', 1, 1, '\u00a0'],
    ['"a"é', 1, 1, 'é'],
    ['"a" "b"', 1, 1, 'b'],
    ['"a" "', 1, 1, '"'],
    ['"" "a",b\n', 1, 1, 'a'],
  ])('names the line where text follows a closing quote, and the text, in %j', (text, line, field, value) => {
    expect(faultsOf(text)).toEqual([messages.textAfterQuote('a.csv', line, field, value)]);
  });

  const field = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', ''));

  it('is undone by writing every field in quotes, and knows the line each record was written on', () => {
    const emptyLines = fc.array(fc.constantFrom('\n', ' \n', '\t\n'), { maxLength: 2 }).map((blank) => blank.join(''));
    const record = fc.tuple(emptyLines, fc.array(field, { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (written) => {
        let text = '';
        const lines: number[] = [];
        for (const [blank, fields] of written) {
          text += blank;
          lines.push(text.split('\n').length);
          text += `${fields.map((cell) => ` "${cell.replaceAll('"', '""')}"`).join(';')}\n`;
        }
        const trimmed = written.map(([, fields]) => fields.map((cell) => cell.trim()));
        expect(splitRecords(text, ';', 'a.csv')).toEqual({ records: trimmed, lines });
      }),
      { numRuns: 500 },
    );
  });

  it('gives lines without a quote one record each, cut at the delimiter', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', '7', ' ', 'ñ', '.', ';', "'", ',', '\t', '😀'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 8 }), (rows) => {
        const kept = [...rows.entries()].filter(([, row]) => row.trim() !== '');
        expect(splitRecords(rows.join('\n'), ',', 'a.csv')).toEqual({
          records: kept.map(([, row]) => row.split(',').map((cell) => cell.trim())),
          lines: kept.map(([index]) => index + 1),
        });
      }),
      { numRuns: 500 },
    );
  });
});
