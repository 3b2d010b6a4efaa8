import { openStream, parseSeed } from '@dpfair/stats';
import type { ExperimentPlan } from '../../src/experiment/experiment-plan.js';
import { splitRows } from '../../src/experiment/split-rows.js';
import type { StableFairProgram } from '../../src/program/program.js';
import type { TrainingSet } from '../../src/program/training-set.js';
import { kappaOf } from '../../src/theory/kappa-of.js';

/** A logistic regression with a penalised intercept and lambda .1. */
export const plainProgram: StableFairProgram = {
  loss: 'logistic',
  fairness: { kind: 'none' },
  stabilityWeight: 0.1,
  kernel: null,
  intercept: 'penalised',
};

/** Rows of normal columns, labels that follow the first of them, and two groups that follow it too. */
export function drawnSet(seed: number, rows: number, columns = 2): TrainingSet {
  const draws = openStream(parseSeed(seed), 'test', 0);
  const features = Float64Array.from({ length: rows * columns }, () => draws.nextGaussian());
  const first = (row: number) => features[row * columns] as number;
  return {
    rows,
    columns: Array.from({ length: columns }, (_, column) => `column ${column}`),
    features,
    labels: Int8Array.from({ length: rows }, (_, row) => (first(row) + draws.nextGaussian() > 0 ? 1 : -1)),
    groups: [
      {
        name: 'group',
        values: ['one', 'other'],
        of: Int32Array.from({ length: rows }, (_, row) => (first(row) + 0.5 * draws.nextGaussian() > 0.3 ? 1 : 0)),
      },
    ],
  };
}

/** The set with a second group of so many rows: the last ones that it would leave to be drawn from, with the seed of `planOf`. */
export function withRareGroup(data: TrainingSet, count: number): TrainingSet {
  const rare = new Set(splitRows(data.rows, 0.2, parseSeed(11)).pool.slice(data.rows * 0.8 - count));
  const of = Int32Array.from({ length: data.rows }, (_, row) => Number(rare.has(row)));
  return { ...data, groups: [{ name: 'group', values: ['one', 'other'], of }] };
}

/** An experiment of one program on a set. */
export function planOf(
  data: TrainingSet,
  program: StableFairProgram,
  more: Partial<ExperimentPlan> = {},
): ExperimentPlan {
  const seed = parseSeed(11);
  return {
    data,
    ...splitRows(data.rows, 0.2, seed),
    arms: [{ program, group: program.fairness.kind === 'none' ? null : 0 }],
    repetitions: 3,
    trainingShare: 0.75,
    replacements: 0,
    kappa: kappaOf(data, program),
    seed,
    ...more,
  };
}
