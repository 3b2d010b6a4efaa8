import { readdirSync, readFileSync } from 'node:fs';
import type { Fault } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { readTable } from '../src/read-table.js';
import { type ToCountTableOptions, toCountTable } from '../src/roles/to-count-table.js';
import { bytesOf } from './bytes-of.js';
import { caught } from './caught.js';

const folder = new URL('../../../fixtures/bad/', import.meta.url);

interface Outcome {
  readonly roles?: Record<string, string>;
  readonly fixed?: readonly string[];
}

interface ReadRight extends Outcome {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly count: readonly number[];
  readonly lines: readonly number[];
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly skippedLines?: readonly number[];
}

interface Refused extends Outcome {
  readonly code?: 'input' | 'usage';
  /** Line, column and value of every fault, as the file has them; undefined where there is none. */
  readonly at: readonly (readonly [
    line?: number | undefined,
    column?: string | number | undefined,
    value?: string | number | undefined,
  ])[];
  /** Part of what the first fault says. */
  readonly says: string;
}

const two = { id: ['15001', '15005'], name: ['Hawaii', 'Kalawao'], count: [67096, 69], lines: [2, 3] };
const espanola = { id: ['3500990'], name: ['Española Public Schools'], count: [412], lines: [2] };

const readRight: Record<string, ReadRight> = {
  'bom.csv': { ...two, encoding: 'utf-8' },
  'crlf.csv': two,
  'cr-only.csv': two,
  'no-final-newline.csv': two,
  'latin-1.csv': { ...espanola, encoding: 'windows-1252' },
  'utf-16.csv': { ...espanola, encoding: 'utf-16le', delimiter: '\t' },
  'semicolon.csv': { ...two, delimiter: ';' },
  'tab.csv': { ...two, delimiter: '\t' },
  'bar.csv': { ...two, delimiter: '|' },
  'quotes.csv': {
    id: ['15001', '15005', '15007'],
    name: ['Hawaii County, "the Big Island"', 'Kalawao\nCounty', '5" of rain'],
    count: [67096, 69, 23240],
    lines: [2, 3, 5],
  },
  'thousands.csv': {
    id: ['15001', '15003', '15005'],
    name: ['Hawaii', 'Honolulu', 'Kalawao'],
    count: [67096, 311047, 69],
    lines: [2, 3, 4],
  },
  'title-rows.csv': { id: ['15005'], name: ['Kalawao'], count: [69], lines: [5] },
  'trailing-comma.csv': two,
  'census-labels.csv': {
    roles: { id: 'GEO_ID', count: 'H001001' },
    id: ['0500000US15001', '0500000US15005'],
    name: ['Hawaii County, Hawaii', 'Kalawao County, Hawaii'],
    count: [67096, 69],
    lines: [3, 4],
    skippedLines: [2],
  },
  'blank-rows.csv': { ...two, lines: [3, 5], skippedLines: [4] },
  'formula-names.csv': {
    id: ['1', '2', '3', '4'],
    name: ['=HYPERLINK("http://example.invalid","x")', '@SUM(A1)', '+cmd|calc', '-2+3'],
    count: [10, 20, 30, 40],
    lines: [2, 3, 4, 5],
  },
  'script-names.csv': {
    id: ['1', '2', '3'],
    name: ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</script><b>'],
    count: [10, 20, 30],
    lines: [2, 3, 4],
  },
};

const refused: Record<string, Refused> = {
  'ragged.csv': {
    at: [
      [3, undefined, 2],
      [4, undefined, 4],
    ],
    says: 'number of fields',
  },
  'unquoted-thousands.csv': { at: [[2, undefined, 4]], says: 'number of fields' },
  'negative.csv': { at: [[3, 'count', '-69']], says: 'count is out of range' },
  'nan.csv': {
    at: [
      [2, 'count', 'NaN'],
      [3, 'count', 'inf'],
      [4, 'count', '-Infinity'],
      [5, 'count', 'N/A'],
    ],
    says: 'count is not a number',
  },
  'overflow.csv': { at: [[3, 'count', '1e400']], says: 'beyond the range' },
  'blank-count.csv': { at: [[3, 'count', undefined]], says: 'count is blank' },
  'hexadecimal.csv': {
    at: [
      [2, 'count', '0x10'],
      [3, 'count', '1_000'],
      [4, 'count', '1,00'],
    ],
    says: 'not a number',
  },
  'decimal-comma.csv': { at: [[2, 'count', '67,096']], says: 'may be a decimal point' },
  'formula-count.csv': { at: [[2, 'count', '=1+1']], says: 'not a number' },
  'zero-weight.csv': { fixed: ['weight'], at: [[3, 'weight', '0']], says: 'weight is out of range' },
  'duplicate-ids.csv': { at: [[4, 'id', '15001']], says: 'already on line 2' },
  'duplicate-columns.csv': { at: [[1, 'count', 'count']], says: 'columns 3 and 4' },
  'repeated-names.csv': { code: 'usage', at: [[4, 'name', 'Lakeside']], says: 'already on line 2' },
  'no-id.csv': { code: 'usage', at: [[]], says: 'which entity' },
  'blank-id.csv': { at: [[3, 'id', undefined]], says: 'id is blank' },
  'empty.csv': { at: [[]], says: 'empty' },
  'blank-lines.csv': { at: [[]], says: 'empty' },
  'bom-only.csv': { at: [[]], says: 'empty' },
  'header-only.csv': { at: [[1]], says: 'no rows below the header' },
  'no-header.csv': { at: [[]], says: 'no header' },
  'binary.csv': { at: [[3]], says: 'NUL' },
  'utf-16-unmarked.csv': { at: [[1]], says: 'NUL' },
  'unterminated-quote.csv': { at: [[3, 2, '"']], says: 'never closed' },
  'text-after-quote.csv': { at: [[2, 2, 'C']], says: 'after a closing quote' },
};

function read(file: string, { roles = {}, fixed = [] }: Outcome) {
  const raw = readTable(readFileSync(new URL(file, folder)), { file });
  const options: ToCountTableOptions = { roles, counts: ['count'], fixed };
  return { raw, ...toCountTable(raw, options) };
}

describe('the corpus of difficult input', () => {
  it('has an outcome for every file, and a file for every outcome', () => {
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(readRight), ...Object.keys(refused)].sort());
  });

  it.each(Object.entries(readRight))('%s is read right', (file, outcome) => {
    const { raw, table, skipped } = read(file, outcome);
    expect(table.id).toEqual(outcome.id);
    expect(table.name).toEqual(outcome.name);
    expect([...(table.counts.count as Float64Array)]).toEqual(outcome.count);
    expect(raw.rows.map((_, row) => raw.lineOf(row))).toEqual(outcome.lines);
    expect(skipped.map(({ line }) => line)).toEqual(outcome.skippedLines ?? []);
    expect(raw.encoding).toBe(outcome.encoding ?? 'utf-8');
    expect(raw.delimiter).toBe(outcome.delimiter ?? ',');
  });

  it.each(Object.entries(refused))('%s is refused with file, line, column and value', (file, outcome) => {
    const error = caught(() => read(file, outcome));
    expect(error.code).toBe(outcome.code ?? 'input');
    expect(error.faults.map((fault: Fault) => fault.file)).toEqual(outcome.at.map(() => file));
    expect(error.faults.map(({ line, column, value }) => [line, column, value])).toEqual(
      outcome.at.map(([line, column, value]) => [line, column, value]),
    );
    expect(error.faults[0]?.what).toContain(outcome.says);
    expect(error.faults.every(({ allowed }) => allowed !== undefined && allowed !== '')).toBe(true);
    expect(error.message.startsWith(`${file}:`)).toBe(true);
  });

  it('a million columns are refused, naming the line and their number, before anything is built from them', () => {
    const bytes = bytesOf(`id,name,count\n${','.repeat(999_999)}\n`);
    const error = caught(() => readTable(bytes, { file: 'wide.csv' }));
    expect(error.faults).toMatchObject([{ file: 'wide.csv', line: 2, value: 1_000_000, allowed: 'up to 10000' }]);
  });

  it('a refusal of thirty-seven faults lists twenty and counts seventeen', () => {
    const rows = Array.from({ length: 37 }, (_, row) => `${row},-1`);
    const raw = readTable(bytesOf(`id,count\n${rows.join('\n')}\n`), { file: 'many.csv' });
    const error = caught(() => toCountTable(raw, { counts: ['count'] }));
    expect(error.faults.slice(0, 20).map(({ line }) => line)).toEqual(rows.slice(0, 20).map((_, row) => row + 2));
    expect(error.message.split('\n').slice(20)).toEqual(['and 17 more']);
  });
});
