import type { RawTable } from '../../src/raw-table.js';
import { type ReadTableOptions, readTable } from '../../src/read-table.js';
import { bytesOf } from '../bytes-of.js';

/** The table of some lines of csv. */
export function tableOf(lines: readonly string[], options: Partial<ReadTableOptions> = {}): RawTable {
  return readTable(bytesOf(`${lines.join('\n')}\n`), { file: 'people.csv', ...options });
}
