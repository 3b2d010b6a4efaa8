/** What the codes of the operating system mean to a person. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
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
