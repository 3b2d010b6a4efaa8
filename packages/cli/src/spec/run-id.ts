import { createHash } from 'node:crypto';

/** What the spec of every run holds. */
export interface RunSpec {
  /** The file that is computed on. */
  readonly data: string;
  /** Decimal. */
  readonly seed: string;
}

/** Options that are paths of files, whose bytes count and not where they lie. */
const paths = new Set(['data', 'join', 'test', 'log', 'more']);

/**
 * Identifies a run by what decides its numbers: the spec with its seed, and the bytes of the files, wherever they lie.
 * 128 bits of a SHA-256, in hexadecimal.
 */
export function runIdOf(spec: object, sha256OfFiles: readonly string[], morePaths: readonly string[] = []): string {
  const isPath = (key: string) => paths.has(key) || morePaths.includes(key);
  const rest = Object.fromEntries(Object.entries(spec).filter(([key]) => !isPath(key)));
  return sha256(JSON.stringify([rest, sha256OfFiles])).slice(0, 32);
}

/** SHA-256 of bytes or UTF-8 text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
