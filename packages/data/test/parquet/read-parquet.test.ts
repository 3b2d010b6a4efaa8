import { readFileSync } from 'node:fs';
import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../src/parquet/read-parquet.js';
import { toCountTable } from '../../src/roles/to-count-table.js';
import { bytesOf } from '../bytes-of.js';
import { caughtLater } from '../caught.js';

const bytes = (name: string) => readFileSync(new URL(`${name}.parquet`, import.meta.url));
const read = (name: string) => readParquet(bytes(name), { file: `${name}.parquet` });

describe('readParquet', () => {
  it.each(['counts-snappy', 'counts-plain'])(
    'gives the columns of %s as texts: null is nothing, dates are ISO',
    async (name) => {
      const table = await read(name);
      expect(table).toMatchObject({ format: 'parquet', columns: ['id', 'count', 'weight', 'small', 'open', 'day'] });
      expect(table.rows).toEqual([
        ['15001', '67096', '0.1', '1', 'true', '2020-04-01T00:00:00.000Z'],
        ['15005', '69', '2.5', '-2', 'false', ''],
        ['15007', '', '1e-7', '3', '', '1999-12-31T00:00:00.000Z'],
      ]);
    },
  );

  it('names the row of a fault as its line', async () => {
    const table = await read('counts-plain');
    expect(() => toCountTable(table, { counts: ['count'] })).toThrow('counts-plain.parquet:3:count: count is blank');
  });

  it.each([
    ['counts-zstd', 'ZSTD'],
    ['nested', 'the column is nested: parts'],
    ['no-rows', 'no rows'],
  ])('refuses %s and says why', async (name, why) => {
    const error = await caughtLater(read(name));
    expect(error.code).toBe('input');
    expect(error.message).toContain(why);
    expect(error.message.startsWith(`${name}.parquet:`)).toBe(true);
  });

  it('refuses text, nothing at all, and a file with a cut or a hole', async () => {
    const whole = bytes('counts-plain');
    const holed = new Uint8Array(whole).fill(0, 8, whole.length - 8);
    const cut = Uint8Array.from([...whole.subarray(0, 40), ...whole.subarray(whole.length - 8)]);
    for (const bad of [bytesOf('id,count\n1,2\n'), new Uint8Array(0), whole.subarray(0, 300), holed, cut]) {
      const error = await caughtLater(readParquet(bad, { file: 'bad.parquet' }));
      expect(error.faults[0]).toMatchObject({ file: 'bad.parquet' });
    }
  });

  it('gives a table of the same width or a DpfairError on files with changed bytes', async () => {
    const whole = bytes('counts-snappy');
    let through = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 4, max: whole.length - 5 }), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const changed = new Uint8Array(whole);
          for (const [at, byte] of changes) changed[at] = byte;
          try {
            const { rows, columns } = await readParquet(changed, { file: 'changed.parquet' });
            expect(rows.every((row) => row.length === columns.length)).toBe(true);
            through++;
          } catch (error) {
            if (!(error instanceof DpfairError)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(through).toBeGreaterThan(20);
  });
});
