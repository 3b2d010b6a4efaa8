import type { TrainingPath } from '@dpfair/result';
import { groupPath } from '../summary/group-path.js';
import { type LoggedTraining, requireSameLogs, stepsOf } from './logged-training.js';
import { repeatedPath } from './repeated-path.js';

export interface PathFromLogsOptions {
  /** Steps of the whole training, above the last that was logged. @default the last logged step + 1 */
  readonly steps?: number;
  /** Of the intervals over repetitions, between 0 and 1. @default 0.95 */
  readonly confidence?: number;
}

/**
 * What the logs of a training say of each group, step by step: the `path` of a run. Each element is one repetition with noise and batches of
 * its own; one alone has no intervals. A log ends before its last step: the last element of every column but the sums is null, and so are
 * remainders and the parts of the exact split, which need a model. Logs of all rows (group null) are used where they are; else all rows
 * are the mean of the groups by `rows`, and null without them.
 *
 * @throws DpfairError `input` where the logs differ in their steps or groups, `usage` for no logs or fewer steps than were logged.
 * @example
 * const path = pathFromLogs([{ private: await readTrainingLog(bytes, { file: 'run.jsonl' }) }]);
 * path.groups[0].accumulatedNoise.at(-1); // what noise has added in all
 */
export function pathFromLogs(
  trainings: readonly LoggedTraining[],
  { steps, confidence = 0.95 }: PathFromLogsOptions = {},
): TrainingPath {
  const first = requireSameLogs(trainings);
  const total = stepsOf(first, steps);
  const tracked = Int32Array.from(first.step);
  const of = (name: string, group: string | null) =>
    groupPath(
      name,
      trainings.map((training) => repeatedPath(training, group, tracked, total)),
      confidence,
    );
  const rows = first.population?.rows ?? first.groups.reduce((sum, group) => sum + (group.rows ?? Number.NaN), 0);
  return {
    every: Math.max(1, ...first.step.slice(1).map((step, k) => step - (first.step[k] as number))),
    step: [...first.step, total],
    rows: Number.isNaN(rows) ? null : rows,
    population: of('all', null),
    groups: first.groups.map(({ group }) => of(group, group)),
  };
}
