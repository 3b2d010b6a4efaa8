import type { Run } from '@dpfair/result';
import { commandLineOf } from '../spec/command-line.js';
import { runIdOf } from '../spec/run-id.js';

/**
 * Begins the record of a run: call it before the work, and what it returns after it.
 *
 * @param spec without a seed where nothing is drawn
 * @param paths keys of the spec that are paths, whose bytes count and not where they lie, besides those that always are
 * @param command the word that calls it, for the command that repeats the run
 * @returns the record, given the SHA-256 of every file that decides the numbers
 */
export function openRunRecord(
  spec: object,
  command: string,
  threads: number,
  paths: readonly string[] = [],
): (sha256OfFiles: readonly string[], interrupted: boolean) => Run {
  const startedAt = new Date();
  const drawn = 'seed' in spec ? { seed: String(spec.seed), prng: 'philox4x32-10' } : { seed: '0', prng: 'none' };
  const started = performance.now();
  return (sha256OfFiles, interrupted) => ({
    id: runIdOf(spec, sha256OfFiles, paths),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - started),
    ...drawn,
    command: commandLineOf(spec, command),
    spec: { ...spec },
    threads,
    interrupted,
  });
}
