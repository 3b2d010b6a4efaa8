import type { RemediedTraining } from '@dpfair/learning';
import type { TrainingRun } from '@dpfair/result';
import type { AuditFileOptions, SimulationRun } from '../audit/simulation-runner.js';

/** How the work is done; no number depends on it. */
export interface RunWays extends AuditFileOptions {
  readonly threads: number;
}

/** A part of a result that is ready to be computed. */
export interface PlannedPart<Part> {
  /** What is said when it begins; null for a part of what was named before, which says nothing of its own. */
  readonly stage: string | null;
  /** Trainings, or whatever its shards are. */
  readonly repetitions: number;
  readonly execute: (ways: RunWays) => Promise<ExecutedPart<Part>>;
}

/** What came of it. */
export interface ExecutedPart<Part> {
  readonly part: Part;
  readonly shards: readonly (SimulationRun & { readonly completedShards: number })[];
}

/** What a private training is, before it is run. */
export type AboutRun = Pick<TrainingRun, 'id' | 'algorithm' | 'privacy'>;

/** A private training that was run. */
export interface TrainedRun {
  readonly run: TrainingRun;
  /** Private parameters of the first repetition that did not diverge; null where there is none. */
  readonly parameters: Float64Array | null;
  /** What a comparison of remedies asks of it. */
  readonly compared?: Omit<RemediedTraining, 'run'>;
}
