import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';

/** A row of a Parquet file: column -> value. */
export type ParquetRecord = Readonly<Record<string, unknown>>;

/** Names of the columns and the rows of a Parquet file. */
export interface ParquetRecords {
  readonly columns: readonly string[];
  readonly records: readonly ParquetRecord[];
}

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** True for bytes that begin and end with `PAR1`, as a Parquet file does. */
export function looksLikeParquet(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && MAGIC.every((byte, at) => bytes[at] === byte && bytes[bytes.length - 4 + at] === byte);
}

/**
 * The rows of a Parquet file, read by hyparquet: uncompressed or by Snappy, with columns of numbers, texts, truth values and dates.
 *
 * @throws DpfairError `input` for what is no Parquet file, is cut, is compressed in another way, or has nested columns
 */
export async function readParquetRecords(bytes: Uint8Array, file: string): Promise<ParquetRecords> {
  if (!looksLikeParquet(bytes)) throw new DpfairError('input', messages.notParquet(file));
  const { parquetMetadata, parquetReadObjects, parquetSchema } = await import('hyparquet');
  // A copy: what Node reads may be a piece of a larger buffer, and its slice one too.
  const { buffer } = new Uint8Array(bytes);
  try {
    const metadata = parquetMetadata(buffer);
    const { children } = parquetSchema(metadata);
    const nested = children.find((column) => column.children.length > 0);
    if (nested !== undefined) throw new DpfairError('input', messages.nestedColumn(file, nested.element.name));
    const columns = children.map(({ element }) => element.name);
    // hyparquet begins to read before it finds such a column, and then leaves promises behind that nobody waits for.
    const strange = metadata.row_groups
      .flatMap((group) => group.columns.map((chunk) => chunk.meta_data?.path_in_schema.join('.') ?? ''))
      .find((name) => !columns.includes(name));
    if (strange !== undefined) throw new DpfairError('input', messages.strangeColumn(file, strange, columns));
    const records = await parquetReadObjects({ file: buffer, metadata });
    return { columns, records };
  } catch (cause) {
    if (cause instanceof DpfairError) throw cause;
    throw new DpfairError('input', messages.unreadableParquet(file, (cause as Error).message), { cause });
  }
}
