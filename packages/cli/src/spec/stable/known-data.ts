import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DpfairError } from '@dpfair/result';
import { presets } from '@dpfair/stability';
import { stableFaults } from '../../messages/stable.js';
import type { StableSpec } from './stable-spec.js';

/** The files of a run. */
export type DataFiles = Pick<StableSpec, 'data' | 'more' | 'rows'>;

/**
 * The files that a folder of a known data set stands for. A file, and what is not there, is left as it is: reading it says what is wrong.
 *
 * @param rows how many a preset has, whose files are taken; null for `byDefault`, and that for those of the paper
 * @throws DpfairError `input` for a folder without them, or of no known data set; `usage` for rows of what is no such folder
 */
export function knownFiles(
  data: string,
  more: readonly string[],
  dataset: StableSpec['dataset'],
  rows: string | null,
  byDefault: string | null,
): DataFiles {
  const isFolder = data !== '-' && statSync(data, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) {
    if (rows !== null) throw new DpfairError('usage', stableFaults.rowsAlone);
    return { data, more, rows: null };
  }
  if (dataset === null) throw new DpfairError('input', stableFaults.folderAlone(data));
  const ofRows = Object.values(presets).find((preset) => String(preset.data.rows) === (rows ?? byDefault));
  const files = (ofRows ?? presets.paper).data.files.map((name) => join(data, name));
  const missing = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile() !== true);
  if (missing !== undefined) throw new DpfairError('input', stableFaults.missingFile(missing));
  const [first = data, ...others] = files;
  return { data: first, more: [...others, ...more], rows: null };
}
