import { expect, it } from 'vitest';
import { readDataTable, readingWarnings } from '../../src/input/read-data-table.js';
import { readingDefaults } from '../../src/spec/reading-spec.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it('a table is read as its spec says: separator, line of the names, encoding and rows that are left out', async () => {
  const spec = {
    ...readingDefaults,
    delimiter: '|',
    headerRow: 2,
    encoding: 'windows-1252',
    skipBadRows: true,
  } as const;
  const table = await readDataTable(spec, bytes('title\na|b\n1,5|\xe9\nx|y|z\n2|3\n'), 'data.csv');
  expect(table.columns).toEqual(['a', 'b']);
  expect(table.rows).toEqual([
    ['1,5', 'é'],
    ['2', '3'],
  ]);
  expect(table.skipped.map(({ line }) => line)).toEqual([4]);
  expect(table.file).toBe('data.csv');
});

it('a table that is no UTF-8 is warned of, and any other is not; stdin is called so', async () => {
  const latin = await readDataTable(readingDefaults, bytes('a,b\n1,\xe9\n'), '-');
  expect(readingWarnings(latin)).toMatchObject([
    { code: 'decoded-as-latin-1', message: expect.stringMatching(/^stdin/) },
  ]);
  expect(readingWarnings(await readDataTable(readingDefaults, bytes('a,b\n1,2\n'), '-'))).toEqual([]);
});
