import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../../src/csv/split-records.js';
import { messages } from '../../src/messages.js';
import { caught } from '../caught.js';

describe('splitRecords', () => {
  it('trims fields, quoted ones too, and keeps blank ones', () => {
    expect(splitRecords(' a , "b " ,\n,,\n', ',', 'a.csv').records).toEqual([
      ['a', 'b', ''],
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
  });

  it('keeps leading blank fields of tab-separated text', () => {
    expect(splitRecords('\t\t1\n\t\t\n"a"\t\t"b"', '\t', 'a.tsv').records).toEqual([
      ['', '', '1'],
      ['', '', ''],
      ['a', '', 'b'],
    ]);
  });

  it('names line and field of a quote that is never closed', () => {
    const error = caught(() => splitRecords('a,b\n1,2\n3,"4\n5,6\n', ',', 'a.csv'));
    expect(error.faults).toEqual([messages.unterminatedQuote('a.csv', 3, 2)]);
  });

  it('names the line where text follows a closing quote, not where the record starts', () => {
    const error = caught(() => splitRecords('a\n"b\nc"d,e\n', ',', 'a.csv'));
    expect(error.faults).toEqual([messages.textAfterQuote('a.csv', 3, 1, 'd')]);
  });

  // csv-parse counts an empty line as one blank field; for us it is no record.
  const blank = (record: readonly string[]) => record.length === 1 && record[0] === '';
  const byCsvParse = (text: string) =>
    parse(text, { relax_column_count: true, trim: true, record_delimiter: '\n' })
      .map((record) => record.map((field) => field.trim()))
      .filter((record) => !blank(record));
  const byUs = (text: string) => splitRecords(text, ',', 'a.csv').records.filter((record) => !blank(record));

  it('agrees with csv-parse on well-formed text', () => {
    const bare = fc.string({ unit: fc.constantFrom('a', '7', ' ', 'ñ', '.', ';', "'"), maxLength: 4 });
    const quoted = fc
      .tuple(bare, fc.string({ unit: fc.constantFrom('a', ' ', '""', ',', '\n', 'ñ'), maxLength: 6 }))
      .map(([around, inside]) => `${around.replace(/\S/g, '')}"${inside}" `);
    const record = fc.array(fc.oneof(bare, quoted), { minLength: 1, maxLength: 5 }).map((fields) => fields.join(','));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 8 }), (records) => {
        const text = records.join('\n');
        expect(byUs(text)).toEqual(byCsvParse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with csv-parse on any text that both accept', () => {
    const piece = fc.constantFrom('a', '7', ' ', '"', '""', ',', '\n', '"b"', '"c,d"', '"e\nf"', 'ñ', ',"', '",');
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const [theirs, ours] = [byCsvParse, byUs].map((reader) => {
          try {
            return reader(text);
          } catch {
            return null;
          }
        });
        if (theirs === null || ours === null) return;
        accepted++;
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('is undone by writing every field in quotes', () => {
    const field = fc.string({ unit: 'grapheme' }).map((text) => text.trim().replaceAll('\r', ''));
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (records) => {
        const text = records
          .map((record) => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
          .join('\n');
        expect(splitRecords(text, ';', 'a.csv').records).toEqual(records);
      }),
    );
  });
});
