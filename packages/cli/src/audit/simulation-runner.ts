import { runInline, runTask, type TaskRun } from '@dpfair/engine';
import { monteCarloTask, outcomesOf, type Simulation, type SimulationRunner, type TrialRange } from '@dpfair/fairness';
import { progressMessages } from '../messages/progress.js';
import { workerFile } from '../worker/worker-file.js';
import type { CheckpointFolder } from './checkpoint-folder.js';

/** How an audit is run; the numbers do not depend on it. */
export interface AuditFileOptions {
  /** Worker threads at most, an integer >= 1. @default os.availableParallelism() */
  readonly threads?: number;
  /** Stops the run within some tenths of a second: what is done by then is in the result, which says `run.interrupted`. @default never */
  readonly signal?: AbortSignal;
  /** Keeps finished work, and takes up what an interrupted run with the same spec and seed left. @default nowhere */
  readonly checkpoint?: CheckpointFolder;
  /** Gives the bytes of the data, of the joined files, and of what is called `-`. @default reads them from disk */
  readonly readFile?: (path: string) => Uint8Array;
  /** Told when a simulation begins, the first to depend on the seed. @default nobody */
  readonly onSimulation?: () => void;
  /** Told when a stage begins, in words. @default nobody */
  readonly onStage?: (name: string) => void;
  /** Told how many cells are computed, or found to need a simulation. @default nobody */
  readonly onCell?: (done: number, total: number) => void;
  /** Told how much of the current simulation is done, in units of the simulation's own. @default nobody */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of the shards of one simulation. */
export type SimulationRun = Pick<TaskRun<unknown>, 'crashes' | 'totalShards'>;

/** Below this many (entity, trial, cell) triples a simulation is over before workers have started. */
const SMALL = 4_000_000;

type ShardPart = ReturnType<typeof monteCarloTask.run>;

/** The task, with the trials as the unit of its progress. */
const task = { ...monteCarloTask, size: (_simulation: Simulation, { from, to }: TrialRange) => to - from };

const taskName = 'monte-carlo';

/**
 * Runs simulations on worker threads, small ones on this thread; the bytes are the same. After an interruption no shard
 * is begun any more. `onRun` is told of each when it has ended.
 */
export function simulationRunner(
  threads: number,
  options: AuditFileOptions,
  onRun: (run: SimulationRun) => void,
): SimulationRunner {
  const { signal, onStage = () => {}, onProgress, checkpoint: folder } = options;
  return async (simulation) => {
    options.onSimulation?.();
    onStage(progressMessages.simulating(simulation.trials, simulation.cells.length, simulation.firstTrial > 0));
    const checkpoint = await folder?.open<ShardPart>(taskName, simulation);
    const watch = { ...(signal && { signal }), ...(onProgress && { onProgress }), ...(checkpoint && { checkpoint }) };
    const run =
      outcomesOf(simulation) <= SMALL
        ? await runInline(task, simulation, watch)
        : await runTask(task, simulation, { threads, worker: workerFile, taskName, ...watch });
    onRun(run);
    return run;
  };
}
