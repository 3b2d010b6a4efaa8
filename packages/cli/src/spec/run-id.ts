import { createHash } from 'node:crypto';
import type { AuditSpec } from './audit-spec.js';

/**
 * Identifies a run by what decides its numbers: the spec with its seed, and the bytes of the files, wherever they lie.
 * 128 bits of a SHA-256, in hexadecimal.
 */
export function runIdOf(spec: AuditSpec, sha256OfFiles: readonly string[]): string {
  const { data: _path, join: _paths, ...rest } = spec;
  return sha256(JSON.stringify([rest, sha256OfFiles])).slice(0, 32);
}

/** SHA-256 of bytes or UTF-8 text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
