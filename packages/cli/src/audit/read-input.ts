import { readFileSync } from 'node:fs';
import { DpfairError } from '@dpfair/result';

/**
 * Reads a file that the user named.
 *
 * @throws DpfairError `input` when it cannot be read
 */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const reasons: Record<string, string> = {
      ENOENT: 'no such file',
      EISDIR: 'this is a folder',
      EACCES: 'no permission',
    };
    const reason = reasons[code ?? ''] ?? (cause instanceof Error ? cause.message : String(cause));
    throw new DpfairError('input', { file: path, what: `cannot be read: ${reason}` }, { cause });
  }
}
