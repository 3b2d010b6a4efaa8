import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../messages.js';
import type { Checkpoint } from './checkpoint.js';
import { fingerprint } from './fingerprint.js';
import { checkHeader, decodePart, encodePart, HEADER_BYTES } from './part-file.js';

/** What makes two runs the same run, so that the parts of one are the parts of the other. */
export interface RunIdentity {
  readonly taskName: string;
  /** The input of the task: plain data, see `fingerprint`. */
  readonly input: unknown;
  /** Version of the program that computes the parts; another version's parts are refused. */
  readonly version: string;
}

/** A checkpoint in a directory of files. */
export interface FileCheckpoint<Part> extends Checkpoint<Part> {
  has(index: number): boolean;
  read(index: number): Promise<Part>;
  write(index: number, part: Part): Promise<void>;
  /** Deletes the parts, and nothing else in the directory: for when the result itself is safely written. */
  clear(): Promise<void>;
}

const PART_NAME = /^part-(\d{6,})\.bin$/;

/**
 * Opens a directory as the checkpoint of one run, and makes it if need be: one file a shard, `part-000012.bin`, written
 * under a temporary name, flushed and renamed, so that none is ever seen half. Other files in it are left alone.
 *
 * Throws DpfairError `input` if the directory holds a part of another run (another task name, input or version) or a
 * damaged one - the payloads are verified when they are read -, `output` if the directory or a part cannot be written,
 * `usage` if the input is not plain data. Two processes may not use one directory at the same time.
 *
 * @example
 * const checkpoint = await openFileCheckpoint<number>('out/run-7', { taskName: 'harmonic-sum', input, version: '1.0.0' });
 * await runTask(harmonicSum, input, { worker, taskName: 'harmonic-sum', checkpoint });
 * await checkpoint.clear();
 */
export async function openFileCheckpoint<Part>(
  directory: string,
  identity: RunIdentity,
): Promise<FileCheckpoint<Part>> {
  const { taskName, input, version } = identity;
  const run = fingerprint({ taskName, input, version });
  const fileOf = (index: number) => join(directory, `part-${String(index).padStart(6, '0')}.bin`);

  await mkdir(directory, { recursive: true }).catch((cause) => {
    throw messages.unwritableCheckpoint(directory, cause);
  });
  const kept = new Set<number>();
  for (const name of await reading(directory, () => readdir(directory))) {
    const index = Number(PART_NAME.exec(name)?.[1] ?? Number.NaN);
    const file = join(directory, name);
    if (Number.isNaN(index) || file !== fileOf(index)) continue;
    checkHeader(await reading(file, () => readStart(file, HEADER_BYTES)), run, index, file);
    kept.add(index);
  }

  return {
    has: (index) => kept.has(index),
    async read(index) {
      const file = fileOf(index);
      return decodePart(await reading(file, () => readFile(file)), run, index, file) as Part;
    },
    async write(index, part) {
      const file = fileOf(index);
      try {
        await writeWhole(file, encodePart(run, index, part));
      } catch (cause) {
        throw messages.unwritableCheckpoint(file, cause);
      }
      kept.add(index);
    },
    async clear() {
      for (const index of kept) await rm(fileOf(index), { force: true });
      kept.clear();
    },
  };
}

async function reading<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw messages.unreadableCheckpoint(file, cause);
  }
}

async function readStart(file: string, length: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
