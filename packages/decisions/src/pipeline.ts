import type { Stage } from '@dpfair/mechanisms';
import type { StageDescription } from '@dpfair/result';

/** Columns of one trial by role, each of length n. */
export type NoisyColumns = Readonly<Record<string, Float64Array>>;

/** The way from noisy counts to outcomes: what it is (plain data, carried by the result) and what it does. */
export interface Pipeline {
  readonly stages: readonly StageDescription[];
  /** Independent draws of noise of spread 1 that it needs besides the noisy columns. @default 0 */
  readonly extraDraws?: number;
  /**
   * Writes one outcome per entity into `outcome`. Leaves the noisy columns as they are.
   * @param extra at least `extraDraws` draws; may be left out where there are none.
   */
  readonly apply: (noisy: NoisyColumns, outcome: Float64Array, extra?: Float64Array) => void;
}

/** Stages that act one after the other on the noisy counts of one role. */
export const pipelineOf = (role: string, stages: readonly Stage[]): Pipeline => ({
  stages: stages.map(({ description }) => description),
  apply: (noisy, outcome) => {
    outcome.set(noisy[role] as Float64Array);
    for (const stage of stages) stage.apply(outcome);
  },
});
