import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
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
import { cannotWrite, fileTaken, obstacles } from '../messages/files.js';
import { targetOf } from './target-of.js';

/** A file to be written. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes all files or none: each goes to a temporary name beside its target first, and only when all of them are there
 * are they renamed. A file that was there hands its mode on; a link stays, and what it points to is written. A target that
 * is not a regular file (a device, a pipe) is written to directly. Folders in `folders` are made when they are missing, and
 * taken away again when the writing fails.
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
      const target = targetOf(path);
      const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
      staged.push({ temporary, target });
      writeLike(statOf(target), temporary, content);
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
  const present = inputs.filter((path) => statOf(path) !== undefined);
  const taken = new Map<string, Clash>(present.map((path) => [identityOf(path), 'an input']));
  for (const path of files) {
    attempt(path, () => {
      if (statOf(path)?.isDirectory()) throw new Error(obstacles.isFolder);
      if (isSpecial(path)) accessSync(path, constants.W_OK);
      else requireFolder(dirname(targetOf(path)));
    });
    const clash = isSpecial(path) ? undefined : taken.get(identityOf(path));
    if (clash !== undefined) throw fileTaken(path, clash);
    taken.set(identityOf(path), 'another output');
  }
  for (const folder of folders)
    attempt(folder, () => requireFolder(statOf(folder) ? folder : dirname(resolve(folder))));
}

type Clash = Parameters<typeof fileTaken>[1];

/** Writes a new file with the mode of the one it will replace; it is never readable for more people than that one. */
function writeLike(old: Stats | undefined, path: string, content: string): void {
  writeFileSync(path, content, { flag: 'wx', mode: old === undefined ? 0o666 : old.mode & 0o700 });
  if (old === undefined) return;
  giveTo(old, path);
  chmodSync(path, old.mode & 0o777);
}

/** A group that shares a file keeps sharing it, as far as the system lets us. */
function giveTo({ uid, gid }: Stats, path: string): void {
  const ours = statSync(path);
  if (ours.uid === uid && ours.gid === gid) return;
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only root may give files away: it stays ours.
  }
}

function requireFolder(folder: string): void {
  if (!statSync(folder).isDirectory()) throw new Error(obstacles.isNoFolder(folder));
  accessSync(folder, constants.W_OK);
}

function attempt(path: string, check: () => void): void {
  try {
    check();
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

/** The file a path leads to, through links; a path that leads to nothing yet stands for itself in its real folder. */
function identityOf(path: string): string {
  const stat = statOf(path);
  if (stat !== undefined) return `${stat.dev}:${stat.ino}`;
  const target = resolve(targetOf(path));
  const folder = dirname(target);
  return join(statOf(folder) === undefined ? folder : realpathSync(folder), basename(target));
}

/** What is at a path; undefined when nothing is, or when a part of the path is no folder. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
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
