import type { Run } from '@dpfair/result';
import { commandLineOf } from '../spec/command-line.js';
import { type RunSpec, runIdOf } from '../spec/run-id.js';

/**
 * Begins the record of a run: call it before the work, and what it returns after it.
 *
 * @param command the word that calls it, for the command that repeats the run
 * @returns the record, given the SHA-256 of every file that decides the numbers
 */
export function openRunRecord(
  spec: RunSpec,
  command: string,
  threads: number,
): (sha256OfFiles: readonly string[], interrupted: boolean) => Run {
  const startedAt = new Date();
  const started = performance.now();
  return (sha256OfFiles, interrupted) => ({
    id: runIdOf(spec, sha256OfFiles),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - started),
    seed: spec.seed,
    prng: 'philox4x32-10',
    command: commandLineOf(spec, command),
    spec: { ...spec },
    threads,
    interrupted,
  });
}
