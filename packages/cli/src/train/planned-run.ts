import type { TrainingRun } from '@dpfair/result';
import type { AuditFileOptions, SimulationRun } from '../audit/simulation-runner.js';

/** How the work is done; no number depends on it. */
export interface RunWays extends AuditFileOptions {
  readonly threads: number;
}

/** A private training that is ready to be run. */
export interface PlannedRun {
  readonly about: Pick<TrainingRun, 'id' | 'algorithm' | 'privacy'>;
  /** What is said when it begins. */
  readonly stage: string;
  readonly repetitions: number;
  readonly execute: (ways: RunWays) => Promise<ExecutedRun>;
}

/** What came of it. */
export interface ExecutedRun {
  readonly run: TrainingRun;
  readonly shards: SimulationRun & { readonly completedShards: number };
  /** Private parameters of the first repetition that is done; null where none is. */
  readonly parameters: Float64Array | null;
}
