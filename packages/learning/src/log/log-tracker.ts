import type { Examples } from '@dpfair/result';
import { nextTracked } from '../decomposition/next-tracked.js';
import { openStepMeter, type StepMeterOptions } from '../decomposition/step-meter.js';
import type { StepMoments } from '../decomposition/step-moments.js';
import type { TrackedRows } from '../decomposition/tracked-rows.js';
import type { Model } from '../models/model.js';
import type { Tracker, TrainingStep } from '../training/tracker.js';
import { logLine } from './log-line.js';

export interface LogTrackerOptions extends StepMeterOptions {
  /** Steps from one tracked step to the next, at most; they are closer at the beginning. At least 1. */
  readonly every: number;
  /** Takes one line of the log, its line feed included. */
  readonly write: (line: string) => void;
}

/**
 * A tracker that writes the log of a training, as `readTrainingLog` of `@dpfair/data` reads it: one JSON object a tracked step and group, then
 * one of all rows together. A group without rows is left out. A step whose numbers are not finite is not written, nor is any after it.
 *
 * @example
 * const lines: string[] = [];
 * const tracker = logTracker(model, examples, rows, { seed, every: 10, write: (line) => lines.push(line) });
 * descend(model, examples, initial, plan, { trackers: [tracker] });
 */
export function logTracker(
  model: Model,
  examples: Examples,
  rows: TrackedRows,
  { every, write, ...meter }: LogTrackerOptions,
): Tracker {
  const measure = openStepMeter(model, examples, rows, meter);
  const sizes = rows.shares.map((share) => Math.round(share * examples.rows));
  let due = 0;
  return {
    onStep(step: TrainingStep) {
      if (step.step !== due) return;
      due = nextTracked(due, every);
      const { groups, population } = measure(step);
      const lineOf = (group: string | null, size: number, moments: StepMoments) => logLine(step, group, size, moments);
      const lines = groups.flatMap((moments, a) =>
        moments === null ? [] : [lineOf(examples.groupNames[a] as string, sizes[a] as number, moments)],
      );
      lines.push(lineOf(null, examples.rows, population));
      if (lines.includes(null)) due = Number.POSITIVE_INFINITY;
      else for (const line of lines) write(line as string);
    },
  };
}
