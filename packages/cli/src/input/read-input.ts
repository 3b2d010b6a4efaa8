import { readFileSync } from 'node:fs';
import { cannotRead } from '../messages/files.js';

/**
 * Reads a file that the user named.
 *
 * @throws DpfairError `input` when it cannot be read
 */
export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}
