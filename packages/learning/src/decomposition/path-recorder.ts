import type { Examples } from '@dpfair/result';
import type { Model } from '../models/model.js';
import type { Tracker, TrainingStep } from '../training/tracker.js';
import { meanLosses, meanOfGroups } from './mean-losses.js';
import { nextTracked } from './next-tracked.js';
import { splitStep } from './split-step.js';
import { openStepMeter, type StepMeterOptions } from './step-meter.js';
import type { StepMoments } from './step-moments.js';
import type { TrackedRows } from './tracked-rows.js';

/** What is kept of each tracked step, of each group and of all rows. */
export const recordedColumns = [
  'loss',
  'descent',
  'clipping',
  'clippingFirst',
  'clippingSecond',
  'direction',
  'magnitude',
  'noise',
  'remainder',
  'hessianTrace',
  'gradientNorm',
  'meanGradientNorm',
  'clipRate',
  'boundary',
] as const;
export type RecordedColumn = (typeof recordedColumns)[number];

/** One element a tracked step; NaN where there is none. */
export type RecordedPath = Readonly<Record<RecordedColumn, Float64Array>>;

/** The record of one training. */
export interface PathRecord {
  readonly steps: Int32Array;
  readonly population: RecordedPath;
  readonly groups: readonly RecordedPath[];
  /** Mean losses after the training, over the same rows. */
  readonly finalLoss: { readonly population: number; readonly groups: Float64Array };
}

export interface PathRecorderOptions extends StepMeterOptions {
  /** Steps from one tracked step to the next, at most: see {@link nextTracked}. */
  readonly every: number;
  /**
   * Whether the steps are plain descent: rate times the averaged gradient. Others (Adam) have no split.
   */
  readonly plainDescent: boolean;
}

/**
 * A tracker that splits every tracked step, group by group. The remainder is what the step did beyond what was predicted,
 * less the first-order effect of the noise and batch drawn, whose mean is 0:
 * `L_a(next) - L_a + <g_a, change> - r^2/2 E[c_B' H_a c_B] - noise`.
 */
export function pathRecorder(
  model: Model,
  examples: Examples,
  rows: TrackedRows,
  options: PathRecorderOptions,
): Tracker & { readonly record: () => PathRecord } {
  const { every, plainDescent } = options;
  const measure = openStepMeter(model, examples, rows, options);
  const lossesAt = meanLosses(model, examples, rows);
  const steps: number[] = [];
  let due = 0;
  const kept: number[][][] = [];
  let last = new Float64Array(rows.byGroup.length);

  const rowOf = (moments: StepMoments | null, step: TrainingStep, remainder: number): number[] => {
    if (moments === null) return recordedColumns.map(() => Number.NaN);
    const terms = splitStep(moments, step.learningRate, step.noiseVariance);
    const known = { ...moments, ...terms, remainder };
    return recordedColumns.map((column) => {
      const ofSplit = column === 'remainder' || column in terms;
      return (ofSplit && !plainDescent ? null : known[column]) ?? Number.NaN;
    });
  };

  return {
    onStep(step) {
      if (step.step !== due) return;
      due = nextTracked(due, every);
      const { population, groups, gradients } = measure(step);
      const next = step.parameters.map((value, j) => value - (step.change[j] as number));
      const losses = lossesAt(next);
      const half = step.learningRate ** 2 / 2;
      const remainders = groups.map((moments, a) => {
        if (moments === null) return 0;
        let first = 0;
        const gradient = gradients[a] as Float64Array;
        for (let j = 0; j < gradient.length; j++) first += (gradient[j] as number) * (step.change[j] as number);
        const predicted = half * (moments.curvatureClipped + moments.hessianTrace * step.noiseVariance);
        return (losses[a] as number) - moments.loss + first - predicted;
      });
      const ofAll = remainders.reduce((sum, value, a) => sum + value * (rows.shares[a] as number), 0);
      steps.push(step.step);
      kept.push([
        rowOf(population, step, ofAll),
        ...groups.map((moments, a) => rowOf(moments, step, remainders[a] as number)),
      ]);
    },
    onEnd(parameters) {
      last = new Float64Array(lossesAt(parameters));
    },
    record: () => {
      const pathOf = (place: number) =>
        Object.fromEntries(
          recordedColumns.map((column, c) => [
            column,
            Float64Array.from(kept, (step) => (step[place] as number[])[c] as number),
          ]),
        ) as Record<RecordedColumn, Float64Array>;
      return {
        steps: Int32Array.from(steps),
        population: pathOf(0),
        groups: rows.byGroup.map((_, a) => pathOf(a + 1)),
        finalLoss: { population: meanOfGroups(last, rows), groups: last },
      };
    },
  };
}
