import type { LoggedGroup, TrainingLog } from '@dpfair/result';
import type { RecordedPath } from '../decomposition/path-recorder.js';
import { accumulatedTerms } from '../summary/accumulated-terms.js';
import type { RepeatedPath } from '../summary/group-path.js';
import type { LoggedTraining } from './logged-training.js';
import { meanOfGroups, onlyLosses, recordedFromLog } from './recorded-from-log.js';

/**
 * One group of one logged training, all rows where the group is null.
 *
 * @param steps of the whole training
 */
export function repeatedPath(
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
