import { availableParallelism } from 'node:os';
import type { ModelDescription, TrainedModel } from '@dpfair/learning';
import { RESULT_SCHEMA, type TrainingResult } from '@dpfair/result';
import { crashWarnings } from '../audit/crash-warnings.js';
import { nameOf } from '../audit/load/load-table.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { progressMessages } from '../messages/progress.js';
import { trainProgress, trainWarnings } from '../messages/train.js';
import { completeTrainSpec } from '../spec/train/complete-train-spec.js';
import type { TrainSpec, TrainSpecInput } from '../spec/train/train-spec.js';
import { parseTrainingCondition } from '../spec/train/training-condition.js';
import { toolOf } from '../tool.js';
import { planDescents } from './descent/plan-descents.js';
import { type LoadedExamples, loadExamples } from './load-examples.js';
import { modelOf, modelSummary } from './model-of.js';
import { planPerturbations } from './perturbation/plan-perturbations.js';
import type { ExecutedRun, PlannedRun } from './planned-run.js';
import { requireGroups, trainingChecks } from './training-checks.js';
import { trainingWarnings } from './training-warnings.js';

/** How trainings are run; the numbers do not depend on it. */
export interface TrainFileOptions extends AuditFileOptions {
  /** Gets the private model of the first repetition at the first budget. @default nobody */
  readonly onModel?: (model: TrainedModel) => void;
}

/**
 * Trains privately on a file of examples, as `dpfair train` does, and returns the result that `--json` writes: what privacy costs
 * each group beside the same training without it, with intervals over repetitions, split into clipping and noise along the steps.
 *
 * @param given the data file, its label, a privacy budget (epsilon or sigma), and what differs from the defaults
 * @throws DpfairError `usage` for a spec that contradicts itself or its data, `input` for a file that cannot be used, `domain` for
 * an epsilon that no noise meets, `task` when workers were lost again and again
 * @example
 * const result = await trainFile({ data: 'fixtures/loans.csv', label: 'approved', group: 'region', epsilon: [3], seed: '1' });
 * result.runs[0].gap.estimate;
 */
export async function trainFile(given: TrainSpecInput, options: TrainFileOptions = {}): Promise<TrainingResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const spec = completeTrainSpec(given);
  const conditions = spec.failOn.map(parseTrainingCondition);
  const record = openRunRecord(spec, 'train', threads);
  onStage(progressMessages.reading(nameOf(spec.data)));
  const loaded = loadExamples(spec, options.readFile);
  const { training, test, prepared, input, testFile } = loaded;
  for (const note of input.notes ?? []) onStage(progressMessages.note(input.path, note));
  requireGroups(conditions, training.groupNames);
  const model = modelOf(spec, loaded);
  const planned = planRuns(spec, loaded, model);
  onStage(trainProgress.prepared(training.rows, test.rows, training.featureNames.length, training.groupNames.length));

  const executed: ExecutedRun[] = [];
  for (const { stage, execute } of planned) {
    if (options.signal?.aborted !== true) onStage(stage);
    executed.push(await execute({ ...options, threads }));
  }
  const parameters = executed[0]?.parameters ?? null;
  if (parameters !== null) {
    options.onModel?.({ description: model, parameters: [...parameters], encoding: prepared.data.encoding });
  }
  const runs = executed.map(({ run }) => run);
  const done = executed.reduce((sum, { shards }) => sum + shards.completedShards, 0);
  const total = planned.reduce((sum, { repetitions }) => sum + repetitions, 0);
  const files = [input.sha256, ...(testFile === null ? [] : [testFile.sha256])];
  return {
    schema: RESULT_SCHEMA,
    kind: 'training',
    tool: toolOf(),
    run: record(files, done < total),
    input,
    warnings: [
      ...loaded.warnings,
      ...trainingWarnings(spec, runs, training.rows),
      ...(done < total ? [trainWarnings.interrupted(done, total)] : []),
      ...crashWarnings(executed.map(({ shards }) => shards)),
    ],
    checks: trainingChecks(conditions, runs),
    data: prepared.data,
    testFile,
    model: modelSummary(model),
    runs,
    sweeps: [],
    remedies: [],
    pruning: [],
    attacks: null,
  };
}

function planRuns(spec: TrainSpec, loaded: LoadedExamples, model: ModelDescription): readonly PlannedRun[] {
  return spec.algorithm === 'dp-sgd'
    ? planDescents(spec, loaded, model)
    : planPerturbations(spec, spec.algorithm, loaded, model);
}
