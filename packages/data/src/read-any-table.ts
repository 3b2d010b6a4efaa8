import { DpfairError } from '@dpfair/result';
import { messages } from './messages.js';
import { looksLikeParquet } from './parquet/parquet-records.js';
import { readParquet } from './parquet/read-parquet.js';
import type { RawTable } from './raw-table.js';
import { type ReadTableOptions, readTable } from './read-table.js';

/** How a file of any kind is to be read. */
export interface ReadAnyTableOptions extends Omit<ReadTableOptions, 'format'> {
  /** That of `readTable`, or `parquet`. @default 'auto': Parquet is known by its first and last bytes */
  readonly format?: ReadTableOptions['format'] | 'parquet';
}

/**
 * Bytes of a file to a table of text: Parquet as `readParquet` reads it, everything else as `readTable` does.
 *
 * @throws DpfairError as those two do; `usage` for a delimiter, an encoding or a header row of a Parquet file, which has none
 * @example
 * const table = await readAnyTable(bytes, { file: 'counts.parquet' });
 */
export async function readAnyTable(bytes: Uint8Array, options: ReadAnyTableOptions): Promise<RawTable> {
  const { format = 'auto', file, ...text } = options;
  if (format !== 'parquet' && !(format === 'auto' && looksLikeParquet(bytes)))
    return readTable(bytes, { ...text, file, format });
  const { delimiter, encoding, headerRow } = text;
  const given = Object.entries({ delimiter, encoding, 'header row': headerRow }).find(
    ([, value]) => value !== undefined,
  );
  if (given !== undefined) throw new DpfairError('usage', messages.notOfParquet(file, given[0], String(given[1])));
  return readParquet(bytes, { file });
}
