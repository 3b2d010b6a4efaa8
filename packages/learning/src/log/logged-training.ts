import type { TrainingLog } from '@dpfair/result';
import { logsDiffer, noLogs, tooFewSteps } from './messages.js';

/** The logs of one training and, where there is one, of its twin without privacy: same start, same batches, same tracked steps. */
export interface LoggedTraining {
  readonly private: TrainingLog;
  /** Absent: its losses are those that the private log has as `nonPrivateLoss`, and what follows from being elsewhere is unknown. */
  readonly nonPrivate?: TrainingLog;
  /** Where the private log was read from, for errors. */
  readonly file?: string;
}

/**
 * The private log of the first training.
 *
 * @throws DpfairError `usage` where there are no logs, `input` where steps or groups are not the same in all of them
 */
export function requireSameLogs(trainings: readonly LoggedTraining[]): TrainingLog {
  const first = trainings[0]?.private;
  if (first === undefined) throw noLogs();
  for (const { private: log, nonPrivate, file } of trainings) requireSame(first, [log, nonPrivate ?? log], file);
  return first;
}

/** Steps of the whole training. @throws DpfairError `usage` where more were logged */
export function stepsOf(log: TrainingLog, steps: number | undefined): number {
  const last = log.step.at(-1) as number;
  const total = steps ?? last + 1;
  if (!(Number.isInteger(total) && total > last)) throw tooFewSteps(total, last);
  return total;
}

function requireSame(first: TrainingLog, others: readonly TrainingLog[], file: string | undefined): void {
  for (const { step, groups } of others) {
    if (step.length !== first.step.length || step.some((value, k) => value !== first.step[k]))
      throw logsDiffer('steps', step, first.step, file);
    const [found, expected] = [groups, first.groups].map((list) => list.map(({ group }) => group)) as [
      string[],
      string[],
    ];
    if ([...found].sort().join('\n') !== [...expected].sort().join('\n'))
      throw logsDiffer('groups', found, expected, file);
  }
}
