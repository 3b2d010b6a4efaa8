import { DpfairError, type Fault } from '@dpfair/result';
import { specFileFaults } from '../../messages/spec.js';
import { sha256 } from '../run-id.js';
import { type FileOption, fileOptions, type RecordedRun } from './recorded-run.js';

/**
 * Refuses to repeat a run on files that are not those of the run: the numbers would differ and nothing would say why.
 * Other data named on the command line make a run of its own, in which nothing is compared.
 *
 * @param given what the command line said
 * @param read gives the bytes of a file
 * @throws DpfairError `input` naming each file that has changed
 */
export function requireSameFiles(
  recorded: RecordedRun,
  spec: { readonly [Option in FileOption]?: string | readonly string[] | null },
  given: { readonly [Option in FileOption]?: unknown },
  read: (path: string) => Uint8Array,
): void {
  if (given.data !== undefined) return;
  const files = fileOptions.flatMap((option) => {
    if (given[option] !== undefined) return [];
    const named = spec[option] ?? [];
    const paths = typeof named === 'string' ? [named] : named;
    return paths.map((path, index) => ({ path, expected: recorded.sha256[option][index] }));
  });
  const faults = files.flatMap(({ path, expected }): Fault[] => {
    const actual = expected === undefined ? undefined : sha256(read(path));
    return actual === expected ? [] : [specFileFaults.otherFile(path, actual as string, expected as string)];
  });
  if (faults.length > 0) throw new DpfairError('input', faults);
}
