import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyTable } from '../src/read-any-table.js';
import { bytesOf } from './bytes-of.js';
import { caughtLater } from './caught.js';

const parquet = readFileSync(new URL('parquet/counts-plain.parquet', import.meta.url));
const csv = bytesOf('id,count\n15005,69\n');

describe('readAnyTable', () => {
  it('knows Parquet by its bytes, and text by theirs', async () => {
    expect(await readAnyTable(parquet, { file: 'a' })).toMatchObject({ format: 'parquet', rows: { length: 3 } });
    expect(await readAnyTable(parquet, { file: 'a', format: 'parquet' })).toMatchObject({ format: 'parquet' });
    expect(await readAnyTable(csv, { file: 'a' })).toMatchObject({ format: 'csv', rows: [['15005', '69']] });
  });

  it('refuses text that is said to be Parquet, Parquet that is said to be text, and options of text for Parquet', async () => {
    const refused = async (bytes: Uint8Array, options: object) =>
      (await caughtLater(readAnyTable(bytes, { file: 'a', ...options }))).message;
    expect(await refused(csv, { format: 'parquet' })).toContain('not a Parquet file');
    expect(await refused(parquet, { format: 'csv' })).toContain('NUL');
    expect(await refused(parquet, { delimiter: ';' })).toContain('delimiter');
    expect(await refused(parquet, { headerRow: 2 })).toContain('header row');
  });
});
