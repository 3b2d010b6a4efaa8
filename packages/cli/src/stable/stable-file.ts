import { availableParallelism } from 'node:os';
import { RESULT_SCHEMA, type StabilityCell, type StabilityResult } from '@dpfair/result';
import { stableTask } from '@dpfair/stability';
import { crashWarnings } from '../audit/crash-warnings.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { inputName } from '../input/input-name.js';
import { progressMessages } from '../messages/progress.js';
import { stableProgress, stableWarnings } from '../messages/stable.js';
import { completeStableSpec } from '../spec/stable/complete-stable-spec.js';
import { parseStableCondition } from '../spec/stable/stable-condition.js';
import type { StableSpec, StableSpecInput } from '../spec/stable/stable-spec.js';
import { toolOf } from '../tool.js';
import { runRepetitions } from '../train/run-repetitions.js';
import { seesGroups } from './arms-of.js';
import { openCells } from './cells-of.js';
import { smallGroupWarnings } from './groups/small-group-warnings.js';
import { type LoadedSet, loadStableData } from './load-stable-data.js';
import { type PlannedExperiment, planExperiment } from './plan-experiment.js';
import { planPrivate } from './private/plan-private.js';
import { privateTask } from './private/private-task.js';
import { stableChecks } from './stable-checks.js';
import { warningsOfExperiment } from './stable-warnings.js';

/** About how often a fit looks at every number. */
const PASSES = 40;

/**
 * Trains fair classifiers with a stability term again and again on random parts of a file, as `dpfair stable` does, and returns the result that
 * `--json` writes: accuracy, gamma and stab with intervals over repetitions, for each algorithm, group column and lambda, beside what theory bounds.
 *
 * @param given the data file, label, groups, and what differs from the defaults
 * @throws DpfairError `usage` for a spec that contradicts itself or its data, `input` for a file that cannot be used, `domain` for an epsilon that
 * no noise meets, `task` when workers were lost again and again
 * @example
 * const result = await stableFile({ data: 'fixtures/loans.csv', label: 'approved', group: ['region'], seed: '1' });
 * result.cells[0].stab.estimate;
 */
export async function stableFile(given: StableSpecInput, options: AuditFileOptions = {}): Promise<StabilityResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const spec = completeStableSpec(given);
  const conditions = spec.failOn.map(parseStableCondition);
  const record = openRunRecord(spec, 'stable', threads);
  onStage(progressMessages.reading(inputName(spec.data)));
  const loaded = await loadStableData(spec, options.readFile);
  const { input } = loaded;
  for (const note of input.notes ?? []) onStage(progressMessages.note(input.path, note));
  const planned = planExperiment(spec, loaded);
  const { plan, rows } = planned;
  onStage(stableProgress.prepared(rows, plan.test.length, plan.data.columns.length));

  const data = dataOf(spec, loaded, planned);
  const { cells, runs, done, total } = await runExperiment(spec, planned, loaded, { ...options, threads });
  return {
    schema: RESULT_SCHEMA,
    kind: 'stability',
    tool: toolOf(),
    run: record([input.sha256, ...input.joined.map(({ sha256 }) => sha256)], done < total),
    input,
    warnings: [
      ...loaded.warnings,
      ...smallGroupWarnings(data.groups, cells),
      ...warningsOfExperiment(spec, cells, rows, done >= total),
      ...(done < total ? [stableWarnings.interrupted(done, total)] : []),
      ...crashWarnings(runs),
    ],
    checks: stableChecks(conditions, cells),
    data,
    setting: settingOf(spec),
    cells,
  };
}

async function runExperiment(
  spec: StableSpec,
  planned: PlannedExperiment,
  loaded: LoadedSet,
  ways: AuditFileOptions & { readonly threads: number },
) {
  const { plan, rows, contrasts, sizes } = planned;
  const { onStage = () => {} } = ways;
  const cellsOf = openCells({ spec, plan, contrasts, sizes });
  const cells: StabilityCell[] = [];
  const runs = [];
  const work = PASSES * rows * plan.data.columns.length * spec.repetitions;
  if (plan.arms.length > 0) {
    onStage(stableProgress.fitting(plan.arms.length, spec.repetitions));
    const run = await runRepetitions(stableTask, 'stable', plan, work * plan.arms.length, ways);
    runs.push(run);
    const output = run.output ?? [];
    cells.push(...plan.arms.flatMap((arm, place) => cellsOf.ofArm(arm, output[place] ?? { fits: [], replaced: null })));
  }
  if (spec.algorithm.includes('private')) {
    const trainings = planPrivate(spec, plan, loaded, rows);
    if (ways.signal?.aborted !== true) onStage(stableProgress.training(trainings.arms.length, spec.repetitions));
    const run = await runRepetitions(privateTask, 'private-classifiers', trainings, work * trainings.arms.length, ways);
    runs.push(run);
    const output = run.output ?? [];
    cells.push(...trainings.arms.flatMap((arm, place) => cellsOf.ofPrivate(arm, output[place] ?? [])));
  }
  return {
    cells,
    runs,
    done: runs.reduce((sum, run) => sum + run.completedShards, 0),
    total: runs.reduce((sum, run) => sum + run.totalShards, 0),
  };
}

function dataOf(
  spec: StableSpec,
  loaded: LoadedSet,
  { plan, rows, contrasts, sizes }: PlannedExperiment,
): StabilityResult['data'] {
  const { set, label, favourable, missing } = loaded;
  return {
    label,
    favourable,
    groups: set.groups.map(({ name, values }, place) => ({
      column: name,
      values: [...values],
      contrast: values[contrasts[place] as number] as string,
      sizes: [...(sizes[place] ?? [])],
    })),
    rows: { all: set.rows, training: rows, test: plan.test.length, missing },
    features: set.columns.length,
    standardised: spec.standardise !== 'none',
    scaling: spec.standardise,
    groupIsFeature: Object.fromEntries(spec.algorithm.map((algorithm) => [algorithm, seesGroups(spec, algorithm)])),
  };
}

function settingOf(spec: StableSpec): StabilityResult['setting'] {
  const { preset, loss, kernel, kernelWidth, intercept, repetitions, testShare, trainShare, confidence } = spec;
  return {
    ...{ preset, loss, intercept, repetitions, testShare, confidence },
    kernel: kernel === 'linear' ? null : { kind: kernel, value: kernelWidth ?? 1 },
    trainingShare: trainShare,
  };
}
