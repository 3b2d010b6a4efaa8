import { DpfairError } from '@dpfair/result';

/** What the codes of the operating system mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than it may be',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EEXIST: 'something else bears this name',
};

/**
 * Why the operating system refused, in words. `missing` is what is not there: the file that is read, or the folder that is
 * written to.
 *
 * @example systemReason(Object.assign(new Error(), { code: 'ENOENT' })) // 'no such folder'
 */
export function systemReason(cause: unknown, missing: 'file' | 'folder' = 'folder'): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOENT') return `no such ${missing}`;
  return reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

/** A file that the user named could not be read. */
export function cannotRead(file: string, cause: unknown): DpfairError {
  return new DpfairError('input', { file, what: `cannot be read: ${systemReason(cause, 'file')}` }, { cause });
}

/** An output could not be written. */
export function cannotWrite(file: string, cause: unknown): DpfairError {
  return new DpfairError('output', { file, what: `cannot be written: ${systemReason(cause)}` }, { cause });
}

/** Two uses of one file that exclude each other; `clash` is what the file is already. */
export function fileTaken(file: string, clash: 'an input' | 'another output'): DpfairError {
  return new DpfairError('output', { file, what: `this is ${clash}`, allowed: 'a file of its own' });
}

/** Why something that is there cannot take an output. */
export const obstacles = {
  isFolder: 'it is a folder',
  isNoFolder: (path: string) => `${path} is not a folder`,
} as const;
