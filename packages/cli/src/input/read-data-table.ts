import { type RawTable, type ReadAnyTableOptions, readAnyTable } from '@dpfair/data';
import type { Warning } from '@dpfair/result';
import { rowMessages } from '../messages/rows.js';
import type { ReadingSpec } from '../spec/reading-spec.js';
import { inputName } from './input-name.js';

/**
 * Reads the rows of a data file as its spec says.
 *
 * @param path as the user named it; `-` is stdin
 * @throws DpfairError `input` naming file, line and value
 */
export function readDataTable(
  spec: ReadingSpec<NonNullable<ReadAnyTableOptions['format']>>,
  bytes: Uint8Array,
  path: string,
): Promise<RawTable> {
  return readAnyTable(bytes, {
    file: inputName(path),
    format: spec.format,
    skipBadRows: spec.skipBadRows,
    delimiter: spec.delimiter ?? undefined,
    encoding: spec.encoding ?? undefined,
    headerRow: spec.headerRow ?? undefined,
  });
}

/** What a user must know of how a table was read. */
export function readingWarnings({ file, encoding }: RawTable): readonly Warning[] {
  return encoding === 'windows-1252'
    ? [{ code: 'decoded-as-latin-1', message: rowMessages.decodedAsLatin1(file) }]
    : [];
}
