import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DpfairError } from '@dpfair/result';
import { systemReason } from '../system-reason.js';

/** A file to be written. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes all files or none: each goes to a temporary name beside its target first, and only when all of them are there
 * are they renamed. A target that is not a regular file (a device, a pipe) is written to directly. Folders in `folders`
 * are made when they are missing, and taken away again when the writing fails.
 *
 * @throws DpfairError `output` naming the file that could not be written.
 */
export function writeFilesWhole(files: readonly OutputFile[], folders: readonly string[] = []): void {
  const made: string[] = [];
  const staged: { readonly temporary: string; readonly target: string }[] = [];
  let current = '';
  try {
    for (const folder of folders) {
      current = folder;
      if (mkdirSync(folder, { recursive: true }) !== undefined) made.push(folder);
    }
    for (const { path, content } of files) {
      current = path;
      if (isSpecial(path)) continue;
      const target = isLink(path) ? realpathSync(path) : path;
      const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
      staged.push({ temporary, target });
      writeFileSync(temporary, content, { flag: 'wx' });
    }
    for (const { path, content } of files) {
      current = path;
      if (isSpecial(path)) writeFileSync(path, content);
    }
    for (const { temporary, target } of staged) {
      current = target;
      renameSync(temporary, target);
    }
  } catch (cause) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const folder of made) removeIfEmpty(folder);
    throw cannotWrite(current, cause);
  }
}

/**
 * Refuses, before any work is done, what could not be written afterwards: a missing or read-only folder, a folder in the
 * place of a file or a file in the place of a folder, two outputs in one file, an output over an input.
 *
 * @throws DpfairError `output`
 */
export function requireWritable(files: readonly string[], folders: readonly string[], inputs: readonly string[]): void {
  const taken = new Map(inputs.map((path) => [identityOf(path), 'an input']));
  for (const path of files) {
    const clash = isSpecial(path) ? undefined : taken.get(identityOf(path));
    if (clash !== undefined) {
      throw new DpfairError('output', { file: path, what: `this is ${clash}`, allowed: 'a file of its own' });
    }
    taken.set(identityOf(path), 'another output');
    attempt(path, () => {
      if (statOf(path)?.isDirectory()) throw new Error('it is a folder');
      if (isSpecial(path)) accessSync(path, constants.W_OK);
      else requireFolder(dirname(path));
    });
  }
  for (const folder of folders)
    attempt(folder, () => requireFolder(statOf(folder) ? folder : dirname(resolve(folder))));
}

function requireFolder(folder: string): void {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`);
  accessSync(folder, constants.W_OK);
}

function attempt(path: string, check: () => void): void {
  try {
    check();
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

function cannotWrite(file: string, cause: unknown): DpfairError {
  const reason = systemReason(cause);
  return new DpfairError('output', { file, what: `cannot be written: ${reason}` }, { cause });
}

/** The file a path leads to, through links; a path that leads to nothing yet stands for itself in its real folder. */
function identityOf(path: string): string {
  const stat = statOf(path);
  if (stat !== undefined) return `${stat.dev}:${stat.ino}`;
  const folder = dirname(resolve(path));
  return join(statOf(folder) === undefined ? folder : realpathSync(folder), basename(path));
}

/** What is at a path; undefined when nothing is, or when a part of the path is no folder. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function isLink(path: string): boolean {
  return statOf(path) !== undefined && lstatSync(path).isSymbolicLink();
}

function isSpecial(path: string): boolean {
  const stat = statOf(path);
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Someone else's file is in it by now: it stays.
  }
}
