import { readFileSync } from 'node:fs';
import { DpfairError } from '@dpfair/result';
import { systemReason } from '../system-reason.js';

/**
 * Reads a file that the user named.
 *
 * @throws DpfairError `input` when it cannot be read
 */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new DpfairError('input', { file: path, what: `cannot be read: ${systemReason(cause, 'file')}` }, { cause });
  }
}
