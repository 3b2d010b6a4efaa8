import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileCheckpoint, fingerprint, openFileCheckpoint } from '@dpfair/engine';
import { toolOf } from '../tool.js';

/** A folder that keeps the finished shards of the simulations of a run, so that an interrupted run can be taken up. */
export interface CheckpointFolder {
  /** Where the shards of one simulation (plain data) are kept; those of another simulation or version are never mixed in. */
  open<Part>(taskName: string, simulation: unknown): Promise<FileCheckpoint<Part>>;
  /** Deletes what this run kept: for when the result is safely written. */
  clear(): Promise<void>;
}

/**
 * A checkpoint folder for `auditFile`: a run with the same data, spec and seed takes up what is found in it. It is made
 * when something is to be kept; files in it that are not dpfair's are left alone.
 *
 * @example
 * const checkpoint = checkpointFolder('work/run-7');
 * const result = await auditFile(spec, { checkpoint });
 * await writeFile('result.json', JSON.stringify(result));
 * await checkpoint.clear();
 */
export function checkpointFolder(path: string): CheckpointFolder {
  const { version } = toolOf();
  const opened: { readonly folder: string; readonly checkpoint: FileCheckpoint<never> }[] = [];
  return {
    async open<Part>(taskName: string, simulation: unknown) {
      const folder = join(path, fingerprint({ taskName, simulation, version }).slice(0, 16));
      const checkpoint = await openFileCheckpoint<Part>(folder, { taskName, input: simulation, version });
      opened.push({ folder, checkpoint: checkpoint as FileCheckpoint<never> });
      return checkpoint;
    },
    async clear() {
      for (const { folder, checkpoint } of opened) {
        await checkpoint.clear();
        removeIfEmpty(folder);
      }
      removeIfEmpty(path);
    },
  };
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not ours alone, or never made: it stays as it is.
  }
}
