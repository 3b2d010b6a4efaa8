import { DpfairError } from '@dpfair/result';
import { type ExperimentPlan, kappaOf, scaleColumns, splitRows, trainingRows } from '@dpfair/stability';
import { parseSeed } from '@dpfair/stats';
import { stableFaults } from '../messages/stable.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import { armsOf, kernelOf, type NamedArm } from './arms-of.js';
import type { LoadedSet } from './load-stable-data.js';

/** An experiment that is ready to be run. */
export interface PlannedExperiment {
  readonly plan: Omit<ExperimentPlan, 'arms'> & { readonly arms: readonly NamedArm[] };
  /** That are trained on in each repetition. */
  readonly rows: number;
  /** Of each group column, the place of the group that disparate impact is about. */
  readonly contrasts: readonly number[];
}

/** Splits the rows, scales the columns, and says what is fitted. @throws DpfairError `input` for rows or groups that do not allow it */
export function planExperiment(spec: StableSpec, loaded: LoadedSet): PlannedExperiment {
  const { set, isNumber, columnOf } = loaded;
  const seed = parseSeed(spec.seed);
  const { pool, test } = splitRows(set.rows, spec.testShare, seed);
  const rows = trainingRows(pool, spec.trainShare);
  requireBoth(loaded, pool);
  const isScaled: Record<StableSpec['standardise'], (column: number) => boolean> = {
    none: () => false,
    numbers: (column) => isNumber[column] === true,
    'but-groups': (column) => !spec.group.includes(columnOf[column] as string),
    all: () => true,
  };
  const data = scaleColumns(
    set,
    pool,
    set.columns.map((_, column) => isScaled[spec.standardise](column)),
  );
  const plan = {
    ...{ data, pool, test, seed },
    arms: armsOf(spec, columnOf),
    repetitions: spec.repetitions,
    trainingShare: spec.trainShare,
    replacements: spec.replace,
    kappa: kappaOf(data, { kernel: kernelOf(spec), intercept: spec.intercept }),
  };
  return { plan, rows, contrasts: set.groups.map((_, place) => contrastOf(spec, loaded, place)) };
}

/** Rows to train on are of both classes and of two groups or more. */
function requireBoth({ set, label, favourable, other, input }: LoadedSet, pool: Int32Array): void {
  const [first = 0] = pool;
  if (pool.every((row) => set.labels[row] === set.labels[first]))
    throw new DpfairError(
      'input',
      stableFaults.oneClassTraining(input.path, label, set.labels[first] === 1 ? favourable : other),
    );
  for (const { name, values, of } of set.groups) {
    if (pool.every((row) => of[row] === of[first]))
      throw new DpfairError(
        'input',
        stableFaults.oneGroupTraining(input.path, name, values[of[first] as number] as string),
      );
  }
}

/** The group that was named, or the one with the lowest part of favourable labels. */
function contrastOf({ contrast }: StableSpec, { set, input }: LoadedSet, place: number): number {
  const { name, values, of } = set.groups[place] as LoadedSet['set']['groups'][number];
  const named = contrast[name];
  if (named !== undefined) {
    const found = values.indexOf(named);
    if (found < 0) throw new DpfairError('input', stableFaults.noValue('contrast', input.path, name, named, values));
    return found;
  }
  const rates = values.map((_, value) => {
    let [rows, yes] = [0, 0];
    of.forEach((own, row) => {
      if (own !== value) return;
      rows++;
      if (set.labels[row] === 1) yes++;
    });
    return rows === 0 ? Number.POSITIVE_INFINITY : yes / rows;
  });
  return rates.indexOf(Math.min(...rates));
}
