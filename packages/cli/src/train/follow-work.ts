import type { ExecutedPart, PlannedPart, RunWays } from './planned-run.js';

/** Runs planned parts one after another and counts what is done. */
export interface FollowedWork {
  /** The parts, in order; those that were not begun before an interruption have nothing in them. */
  all<Part>(planned: readonly PlannedPart<Part>[]): Promise<readonly Part[]>;
  /** Shards that are done, shards that were planned, and what became of them. */
  ended(): { readonly done: number; readonly total: number; readonly shards: ExecutedPart<unknown>['shards'] };
}

/** Begins to follow the work of a run. */
export function followWork(options: Omit<RunWays, 'threads'>, threads: number): FollowedWork {
  const { onProgress, ...unheard } = options;
  const { signal, onStage = () => {} } = options;
  const ended: ExecutedPart<unknown>['shards'][number][] = [];
  let total = 0;
  return {
    async all(planned) {
      const parts = [];
      for (const { stage, repetitions, execute } of planned) {
        if (stage !== null && signal?.aborted !== true) onStage(stage);
        total += repetitions;
        const { part, shards } = await execute({ ...(stage === null ? unheard : options), threads });
        ended.push(...shards);
        parts.push(part);
      }
      return parts;
    },
    ended: () => ({ done: ended.reduce((sum, { completedShards }) => sum + completedShards, 0), total, shards: ended }),
  };
}
