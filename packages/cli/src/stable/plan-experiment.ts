import { DpfairError, type StableGroupSize } from '@dpfair/result';
import { type ExperimentPlan, kappaOf, scaleColumns, splitRows, trainingRows } from '@dpfair/stability';
import { parseSeed } from '@dpfair/stats';
import { stableFaults } from '../messages/stable.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import { armsOf, kernelOf, type NamedArm } from './arms-of.js';
import { contrastOf } from './groups/contrast-of.js';
import { groupSizes } from './groups/group-sizes.js';
import type { LoadedSet } from './load-stable-data.js';

/** An experiment that is ready to be run. */
export interface PlannedExperiment {
  readonly plan: Omit<ExperimentPlan, 'arms'> & { readonly arms: readonly NamedArm[] };
  /** That are trained on in each repetition. */
  readonly rows: number;
  /** Of each group column, the place of the group that disparate impact is about. */
  readonly contrasts: readonly number[];
  /** Of each group column, how many rows its groups have. */
  readonly sizes: readonly (readonly StableGroupSize[])[];
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
  const sizes = set.groups.map((group) => groupSizes(group, pool, test));
  return { plan, rows, contrasts: sizes.map((own, place) => contrastOf(spec, loaded, place, own)), sizes };
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
