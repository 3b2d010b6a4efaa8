import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadTableOptions, readTable } from '../src/read-table.js';
import { toCountTable } from '../src/roles/to-count-table.js';
import { bytesOf } from './bytes-of.js';

/** Reads and converts; true when it went through, false for a DpfairError; anything else fails the test. */
function goesThrough(bytes: Uint8Array, options: Omit<ReadTableOptions, 'file'> = {}): boolean {
  try {
    const raw = readTable(bytes, { file: 'fuzz', ...options });
    const { table } = toCountTable(raw, { counts: ['count'], fixed: ['weight'], skipBadRows: options.skipBadRows });
    const counts = table.counts.count as Float64Array;
    const weights = table.fixed.weight as Float64Array;
    expect(counts.length).toBe(table.id.length);
    expect(new Set(table.id).size).toBe(table.id.length);
    expect(counts.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect(weights.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
    return true;
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    expect(error.message).not.toBe('');
    expect(error.faults.length).toBeGreaterThan(0);
    return false;
  }
}

const options = fc.record({
  format: fc.constantFrom('auto', 'csv', 'saipe'),
  encoding: fc.constantFrom(undefined, 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  delimiter: fc.constantFrom(undefined, ',', ';', '\t', '|'),
  headerRow: fc.constantFrom(undefined, 1, 2, 3),
  skipBadRows: fc.boolean(),
} as const);

describe('readTable and toCountTable', () => {
  it('throw nothing but DpfairError on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), options, (bytes, chosen) => {
        goesThrough(bytes, chosen as ReadTableOptions);
      }),
      { numRuns: 1000 },
    );
  });

  it('throw nothing but DpfairError on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), options, (text, chosen) => {
        goesThrough(bytesOf(text), chosen as ReadTableOptions);
      }),
      { numRuns: 1000 },
    );
  });

  it('give a valid table or a DpfairError on text that is nearly a table', () => {
    const cell = fc.oneof(
      fc.nat(50).map(String),
      fc.constantFrom(
        '',
        ' ',
        '0',
        '-1',
        '1,000',
        '"1,000"',
        '"',
        '""',
        'NaN',
        '1e400',
        'a',
        'ñ',
        '=1',
        '\t',
        '5(r5)',
        'toString',
      ),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(','));
    const header = fc.constantFrom(
      'id,count,weight',
      'name,Count,weight,',
      'count,id,__proto__',
      'Title,,\nid,count,weight',
    );
    const end = fc.constantFrom('\n', '\r\n', '\r');
    let through = 0;
    fc.assert(
      fc.property(header, fc.array(row, { maxLength: 6 }), end, fc.boolean(), (names, rows, lineEnd, skipBadRows) => {
        if (goesThrough(bytesOf([names, ...rows].join(lineEnd)), { skipBadRows })) through++;
      }),
      { numRuns: 2000 },
    );
    expect(through).toBeGreaterThan(100);
  });

  it('take names of object properties for roles and columns like any other', () => {
    const raw = readTable(bytesOf('id,constructor,__proto__\n1,5,6\n'), { file: 'a.csv' });
    const { table } = toCountTable(raw, { counts: ['constructor'] });
    expect([...(table.counts.constructor as unknown as Float64Array)]).toEqual([5]);
  });

  it('give up on two hundred thousand quotes that never close', () => {
    expect(goesThrough(bytesOf(`id,count\n${'"a"",b'.repeat(200_000)}`))).toBe(false);
  });
});
