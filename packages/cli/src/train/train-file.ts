import { availableParallelism } from 'node:os';
import { summarizeRun, type TrainedModel } from '@dpfair/learning';
import { RESULT_SCHEMA, type TrainingResult, type TrainingRun } from '@dpfair/result';
import { crashWarnings } from '../audit/crash-warnings.js';
import { nameOf } from '../audit/load/load-table.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions, SimulationRun } from '../audit/simulation-runner.js';
import { progressMessages } from '../messages/progress.js';
import { runName, trainProgress, trainWarnings } from '../messages/train.js';
import { completeTrainSpec } from '../spec/train/complete-train-spec.js';
import type { TrainSpecInput } from '../spec/train/train-spec.js';
import { parseTrainingCondition } from '../spec/train/training-condition.js';
import { toolOf } from '../tool.js';
import { algorithmOf } from './algorithm-of.js';
import { loadExamples } from './load-examples.js';
import { baseOf, budgetsOf, planOf } from './plan-of.js';
import { requireGroups, trainingChecks } from './training-checks.js';
import { runTraining } from './training-runner.js';
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
 * const result = await trainFile({ data: 'fixtures/loans.csv', label: 'repaid', group: 'region', epsilon: [3], seed: '1' });
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
  const base = baseOf(spec, loaded);
  const planned = budgetsOf(spec).map((budget) => planOf(spec, base, budget));
  onStage(trainProgress.prepared(training.rows, test.rows, training.featureNames.length, training.groupNames.length));

  const runs: TrainingRun[] = [];
  const ended: SimulationRun[] = [];
  let done = 0;
  for (const { plan, guarantee } of planned) {
    const algorithm = algorithmOf(spec, base.schedule, guarantee.noiseMultiplier);
    const about = { id: 'none', algorithm, privacy: guarantee.privacy };
    if (options.signal?.aborted !== true)
      onStage(trainProgress.training(runName(about), plan.repetitions, plan.descent.steps));
    const run = await runTraining(plan, threads, options);
    const output = run.output ?? [];
    ended.push(run);
    done += run.completedShards;
    const { groups, repetitions, ...summary } = summarizeRun(plan, output, spec.confidence);
    const how = { method: 'montecarlo' as const, repetitions, confidence: spec.confidence };
    runs.push({ ...about, ...how, ...summary, groups: [...groups], causes: [] });
    const [first] = output;
    if (runs.length === 1 && first !== undefined) {
      options.onModel?.({
        description: plan.model,
        parameters: [...first.private.parameters],
        encoding: prepared.data.encoding,
      });
    }
  }
  const total = planned.length * spec.repetitions;
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
      ...crashWarnings(ended),
    ],
    checks: trainingChecks(conditions, runs),
    data: prepared.data,
    testFile,
    model: base.model,
    runs,
    sweeps: [],
    remedies: [],
    pruning: [],
    attacks: null,
  };
}
