import { readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileCheckpoint, fingerprint, openFileCheckpoint } from '@dpfair/engine';
import { toolOf } from '../tool.js';

/** A folder that keeps the finished shards of the simulations of a run, so that an interrupted run can be taken up. */
export interface CheckpointFolder {
  /** Where the shards of one simulation (plain data) are kept; those of another simulation or build are never mixed in. */
  open<Part>(taskName: string, simulation: unknown): Promise<FileCheckpoint<Part>>;
  /** Deletes what this run kept: for when the result is safely written. */
  clear(): Promise<void>;
}

/** What a checkpoint folder is opened for. */
export interface CheckpointFolderOptions {
  /** The program that computes the shards. @default version and commit of this build, see {@link buildOf} */
  readonly build?: string;
  /** Told once when the folder holds shards of these simulations by another build, which are left alone. @default nobody */
  readonly onOtherBuild?: () => void;
}

/**
 * A checkpoint folder for `auditFile`: a run of the same build with the same data, spec and seed takes up what is found
 * in it. It is made when something is to be kept; files in it that are not dpfair's, and shards of another build, are
 * left alone.
 *
 * @example
 * const checkpoint = checkpointFolder('work/run-7');
 * const result = await auditFile(spec, { checkpoint });
 * await writeFile('result.json', JSON.stringify(result));
 * await checkpoint.clear();
 */
export function checkpointFolder(path: string, options: CheckpointFolderOptions = {}): CheckpointFolder {
  const { build = buildOf(toolOf()), onOtherBuild = () => {} } = options;
  let isTold = false;
  const opened: { readonly folder: string; readonly checkpoint: FileCheckpoint<never> }[] = [];
  return {
    async open<Part>(taskName: string, simulation: unknown) {
      const name = fingerprint({ taskName, simulation }).slice(0, 16);
      const own = `${name}-${fingerprint(build).slice(0, 8)}`;
      const others = filesIn(path).filter((other) => other.startsWith(`${name}-`) && other !== own);
      if (!isTold && others.some((other) => filesIn(join(path, other)).length > 0)) {
        isTold = true;
        onOtherBuild();
      }
      const folder = join(path, own);
      const checkpoint = await openFileCheckpoint<Part>(folder, { taskName, input: simulation, version: build });
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

/**
 * What tells builds of the program apart: version and commit, as in `tool` of a result. Two builds of one commit with
 * changes that are not committed are taken for one.
 */
export function buildOf({ version, commit }: { readonly version: string; readonly commit: string | null }): string {
  return `${version}+${commit ?? 'unknown'}`;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Not there yet, or no folder: opening it says so.
    return [];
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not ours alone, or never made: it stays as it is.
  }
}
