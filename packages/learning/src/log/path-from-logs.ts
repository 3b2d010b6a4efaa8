import type { LoggedGroup, TrainingLog, TrainingPath } from '@dpfair/result';
import type { RecordedPath } from '../decomposition/path-recorder.js';
import { accumulatedTerms } from '../summary/accumulated-terms.js';
import { groupPath, type RepeatedPath } from '../summary/group-path.js';
import { logsDiffer, noLogs, tooFewSteps } from './messages.js';
import { meanOfGroups, onlyLosses, recordedFromLog } from './recorded-from-log.js';

/** The logs of one training and, where there is one, of its twin without privacy: same start, same batches, same tracked steps. */
export interface LoggedTraining {
  readonly private: TrainingLog;
  /** Absent: its losses are those that the private log has as `nonPrivateLoss`, and what follows from being elsewhere is unknown. */
  readonly nonPrivate?: TrainingLog;
}

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
  const first = trainings[0]?.private;
  if (first === undefined) throw noLogs();
  for (const { private: log, nonPrivate } of trainings) requireSame(first, log, nonPrivate ?? log);
  const last = first.step.at(-1) as number;
  const total = steps ?? last + 1;
  if (!(Number.isInteger(total) && total > last)) throw tooFewSteps(total, last);
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
    rows: Number.isNaN(rows) ? 0 : rows,
    population: of('all', null),
    groups: first.groups.map(({ group }) => of(group, group)),
  };
}

function requireSame(first: TrainingLog, ...others: readonly TrainingLog[]): void {
  for (const { step, groups } of others) {
    if (step.length !== first.step.length || step.some((value, k) => value !== first.step[k]))
      throw logsDiffer('steps', step, first.step);
    const [found, expected] = [groups, first.groups].map((list) => list.map(({ group }) => group)) as [
      string[],
      string[],
    ];
    if ([...found].sort().join('\n') !== [...expected].sort().join('\n')) throw logsDiffer('groups', found, expected);
  }
}

function repeatedPath(
  { private: log, nonPrivate }: LoggedTraining,
  group: string | null,
  tracked: Int32Array,
  steps: number,
): RepeatedPath {
  const withPrivacy = recordedPath(log, group, recordedFromLog);
  const without =
    nonPrivate === undefined
      ? recordedPath(log, group, ({ others, needed }) =>
          onlyLosses(others.nonPrivateLoss ?? missing(needed.loss.length)),
        )
      : recordedPath(nonPrivate, group, recordedFromLog);
  return {
    private: withPrivacy,
    nonPrivate: without,
    clippedOnly: missing(tracked.length + 1),
    accumulated: accumulatedTerms(tracked, steps, withPrivacy, without),
    finalLoss: { private: Number.NaN, nonPrivate: Number.NaN },
  };
}

/** What is known of a group in a log, of all rows where it is null. */
function recordedPath(
  { groups, population, step }: TrainingLog,
  group: string | null,
  of: (logged: LoggedGroup) => RecordedPath,
): RecordedPath {
  const logged = group === null ? population : groups.find((other) => other.group === group);
  if (logged !== null && logged !== undefined) return of(logged);
  const sized = groups.flatMap((one) => (one.rows === null ? [] : [{ path: of(one), rows: one.rows }]));
  return sized.length === groups.length ? meanOfGroups(sized) : onlyLosses(missing(step.length));
}

const missing = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);
