import { DpfairError } from '@dpfair/result';
import { decodeText } from '../bytes/decode-text.js';
import { faultList } from '../fault-list.js';
import { looksLikeParquet, readParquetRecords } from '../parquet/parquet-records.js';
import { logMessages } from './messages.js';

/** An object of a log, and the line (of Parquet: the row) it stands on, from 1. */
export interface LogRecord {
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * The objects of a log: JSON lines, or a Parquet file, which is known by its bytes. Blank lines are passed over.
 *
 * @throws DpfairError `input` for lines that are no JSON objects, each with its number: the first twenty
 */
export async function readLogRecords(bytes: Uint8Array, file: string): Promise<LogRecord[]> {
  if (looksLikeParquet(bytes)) {
    const { records } = await readParquetRecords(bytes, file);
    return records.map((record, row) => ({ line: row + 1, record }));
  }
  if (bytes.length === 0) throw new DpfairError('input', logMessages.empty(file));
  const { text } = decodeText(bytes, file, 'utf-8');
  const faults = faultList();
  const found: LogRecord[] = [];
  text.split(/\r\n?|\n/).forEach((row, at) => {
    if (row.trim() === '') return;
    const value = parsed(row);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      found.push({ line: at + 1, record: value as Record<string, unknown> });
    else faults.add(logMessages.noObject(file, at + 1, row));
  });
  faults.throwIfAny();
  if (found.length === 0) throw new DpfairError('input', logMessages.empty(file));
  return found;
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}
