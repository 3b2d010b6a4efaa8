import { DpfairError } from '@dpfair/result';
import { asBank } from '../learning-layouts/as-bank.js';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { asSaipeCsv } from '../saipe/as-saipe-csv.js';
import { type ParquetRecords, readParquetRecords } from './parquet-records.js';

/**
 * A Parquet file as a table of text, like that of `readTable`: numbers as they are written in full, dates as ISO 8601, truth values as `true`
 * and `false`, nothing for null. Lines are the numbers of the rows, from 1.
 *
 * @param bytes the whole file
 * @throws DpfairError `input` for what is no Parquet file, is compressed other than by Snappy, or has nested or binary columns, or no rows
 * @example
 * const table = await readParquet(bytes, { file: 'counts.parquet' });
 * table.columns; // ['id', 'count']
 */
export async function readParquet(bytes: Uint8Array, { file }: { readonly file: string }): Promise<RawTable> {
  const read = await readParquetRecords(bytes, file);
  if (read.records.length === 0) throw new DpfairError('input', messages.noRows(file, null));
  const table = tableOf(read, file);
  const known = asSaipeCsv(table) ?? asBank(table);
  return known === null ? table : { ...known, format: 'parquet' };
}

function tableOf({ columns, records }: ParquetRecords, file: string): RawTable {
  const lineOf = (row: number): number => row + 1;
  return {
    file,
    format: 'parquet',
    encoding: 'utf-8',
    delimiter: null,
    headerLine: null,
    columns: columns.map((name) => name.trim().replace(/\s+/g, ' ')),
    rows: records.map((record, row) => columns.map((column) => textOf(record[column], file, lineOf(row), column))),
    lineOf,
    placeOf: (row) => ({ file, line: lineOf(row) }),
    defaultRoles: {},
    aliases: {},
    skipped: [],
    notes: [],
  };
}

function textOf(value: unknown, file: string, line: number, column: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  throw new DpfairError('input', messages.binaryValue(file, line, column));
}
