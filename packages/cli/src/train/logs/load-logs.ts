import { readTrainingLog } from '@dpfair/data';
import type { LoggedTraining } from '@dpfair/learning';
import { DpfairError, type Input, type TrainingResult, type Warning } from '@dpfair/result';
import { inputName } from '../../input/input-name.js';
import { progressMessages } from '../../messages/progress.js';
import { trainFaults, trainWarnings } from '../../messages/train.js';
import { sha256 } from '../../spec/run-id.js';

/** Logs that were read, with where they came from. */
export interface LoadedLogs {
  readonly trainings: readonly LoggedTraining[];
  readonly files: NonNullable<TrainingResult['logs']>;
  /** The first of them, as a result calls what was read. */
  readonly input: Input;
  readonly warnings: readonly Warning[];
}

/**
 * Reads logs, each a repetition of one training.
 *
 * @throws DpfairError `input` for what is no log, with file, line and field, and for a log that is given twice
 */
export async function loadLogs(
  paths: readonly string[],
  read: (path: string) => Uint8Array,
  onStage: (name: string) => void,
): Promise<LoadedLogs> {
  const trainings: (LoggedTraining & { readonly file: string })[] = [];
  const files: LoadedLogs['files'] = [];
  let format = '';
  for (const path of paths) {
    const file = inputName(path);
    onStage(progressMessages.reading(file));
    const bytes = read(path);
    const hash = sha256(bytes);
    const twin = files.find((other) => other.sha256 === hash);
    if (twin !== undefined) throw new DpfairError('input', trainFaults.sameLog(file, twin.path));
    const log = await readTrainingLog(bytes, { file });
    const columns = log.groups.length + (log.population === null ? 0 : 1);
    trainings.push({ private: log, file });
    files.push({ path: file, sha256: hash, rows: log.step.length * columns });
    if (format === '') format = isParquet(bytes) ? 'parquet' : 'jsonl';
  }
  const { path = '', sha256: hash = '', rows = 0 } = files[0] ?? {};
  return {
    trainings,
    files,
    input: {
      path,
      sha256: hash,
      format,
      encoding: format === 'parquet' ? 'binary' : 'utf-8',
      rows,
      skipped: [],
      columns: {},
      where: [],
      joined: [],
      total: null,
    },
    warnings: trainings.flatMap(({ private: { unknown }, file }) =>
      unknown.length === 0 ? [] : [trainWarnings.unreadFields(file, unknown)],
    ),
  };
}

/** Parquet files begin with PAR1. */
const isParquet = (bytes: Uint8Array) => [0x50, 0x41, 0x52, 0x31].every((byte, at) => bytes[at] === byte);
