import { describe, expect, it } from 'vitest';
import { appendRows, readTable } from '../../src/index.js';

const tableOf = (text: string, file: string) => readTable(new TextEncoder().encode(text), { file });
const first = tableOf('name,size\na,1\nb,2\n', 'first.csv');

describe('rows of several tables', () => {
  it('come one after another, each with its own file and line', () => {
    const all = appendRows([
      first,
      tableOf('name,size\n\nc,3\n', 'second.csv'),
      tableOf('name,size\nd,4\n', 'third.csv'),
    ]);
    expect(all.rows.map(([name]) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect([0, 1, 2, 3].map((row) => all.placeOf(row, 0))).toEqual([
      { file: 'first.csv', line: 2 },
      { file: 'first.csv', line: 3 },
      { file: 'second.csv', line: 3 },
      { file: 'third.csv', line: 2 },
    ]);
    expect(all.lineOf(2)).toBe(3);
  });

  it('are refused where a table has other columns, which are named with its file', () => {
    const other = tableOf('name,length\nc,3\n', 'other.csv');
    expect(() => appendRows([first, other])).toThrow(/other\.csv: columns that are not those of first\.csv.*length/);
  });
});
