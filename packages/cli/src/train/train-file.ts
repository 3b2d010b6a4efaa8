import { availableParallelism } from 'node:os';
import { compareRemedies, type ModelDescription, type TrainedModel } from '@dpfair/learning';
import { RESULT_SCHEMA, type Sweep, type TrainedResult, type TrainingRemedy } from '@dpfair/result';
import { crashWarnings } from '../audit/crash-warnings.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { inputName } from '../input/input-name.js';
import { progressMessages } from '../messages/progress.js';
import { runName, trainProgress, trainWarnings } from '../messages/train.js';
import { completeTrainSpec } from '../spec/train/complete-train-spec.js';
import type { TrainSpec, TrainSpecInput } from '../spec/train/train-spec.js';
import { parseTrainingCondition } from '../spec/train/training-condition.js';
import { toolOf } from '../tool.js';
import { planDescents } from './descent/plan-descents.js';
import { planRemedies } from './descent/plan-remedies.js';
import { planSweeps } from './descent/plan-sweeps.js';
import { followWork } from './follow-work.js';
import { type LoadedExamples, loadExamples } from './load-examples.js';
import { modelOf, modelSummary } from './model-of.js';
import { planPerturbations } from './perturbation/plan-perturbations.js';
import { planAttacks } from './plan-attacks.js';
import { planPruning } from './plan-pruning.js';
import type { PlannedPart, TrainedRun } from './planned-run.js';
import { requireGroups, trainingChecks } from './training-checks.js';
import { trainingWarnings } from './training-warnings.js';

/** How trainings are run; the numbers do not depend on it. */
export interface TrainFileOptions extends AuditFileOptions {
  /** Gets the private model of the first repetition at the first budget that did not diverge; not called where there is none. @default nobody */
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
export async function trainFile(given: TrainSpecInput, options: TrainFileOptions = {}): Promise<TrainedResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const spec = completeTrainSpec(given);
  const conditions = spec.failOn.map(parseTrainingCondition);
  const record = openRunRecord(spec, 'train', threads);
  onStage(progressMessages.reading(inputName(spec.data)));
  const loaded = await loadExamples(spec, options.readFile);
  const { training, test, prepared, input, testFile } = loaded;
  for (const note of input.notes ?? []) onStage(progressMessages.note(input.path, note));
  requireGroups(conditions, training.groupNames);
  const model = modelOf(spec, loaded);
  const { runs: planned, remedies, sweeps } = planRuns(spec, loaded, model);
  onStage(trainProgress.prepared(training.rows, test.rows, training.featureNames.length, training.groupNames.length));

  const follow = followWork(options, threads);
  const trained = await follow.all(planned);
  const remedied = await follow.all(remedies);
  const swept = await follow.all(sweeps);
  const parameters = trained[0]?.parameters ?? null;
  if (parameters !== null) {
    options.onModel?.({ description: model, parameters: [...parameters], encoding: prepared.data.encoding });
  }
  const pruned = await follow.all(parameters === null ? [] : planPruning(spec, loaded, model, parameters));
  const [first] = trained;
  const [attacks = null] = await follow.all(
    parameters === null || first === undefined
      ? []
      : planAttacks(spec, loaded, {
          model,
          parameters,
          plan: first.compared?.plan ?? null,
          privacy: first.run.privacy,
        }),
  );
  const runs = [...trained, ...remedied].map(({ run }) => run);
  const { done, total, shards } = follow.ended();
  const files = [input.sha256, ...(testFile === null ? [] : [testFile.sha256])];
  return {
    schema: RESULT_SCHEMA,
    kind: 'training',
    tool: toolOf(),
    run: record(files, done < total),
    input,
    warnings: [
      ...loaded.warnings,
      ...trainingWarnings(spec, runs, training.rows, model),
      ...(first !== undefined && parameters === null && first.run.diverged.repetitions > 0
        ? [trainWarnings.noModel(runName(first.run))]
        : []),
      ...(done < total ? [trainWarnings.interrupted(done, total)] : []),
      ...crashWarnings(shards),
    ],
    checks: trainingChecks(conditions, runs),
    data: prepared.data,
    testFile,
    model: modelSummary(model),
    runs,
    sweeps: [...swept],
    remedies: compared(trained, remedied, spec.confidence),
    pruning: pruned.flat(),
    attacks,
  };
}

function planRuns(spec: TrainSpec, loaded: LoadedExamples, model: ModelDescription): PlannedTraining {
  if (spec.algorithm !== 'dp-sgd') {
    return { runs: planPerturbations(spec, spec.algorithm, loaded, model), remedies: [], sweeps: [] };
  }
  const runs = planDescents(spec, loaded, model);
  const [first] = runs;
  if (first === undefined) return { runs, remedies: [], sweeps: [] };
  return { runs, remedies: planRemedies(spec, first.plan), sweeps: planSweeps(spec, first.plan) };
}

interface PlannedTraining {
  readonly runs: readonly PlannedPart<TrainedRun>[];
  readonly remedies: readonly PlannedPart<TrainedRun>[];
  readonly sweeps: readonly PlannedPart<Sweep>[];
}

/** The training of the first budget beside its remedies; nothing where there are none. */
function compared(
  trained: readonly TrainedRun[],
  remedied: readonly TrainedRun[],
  confidence: number,
): TrainingRemedy[] {
  if (remedied.length === 0) return [];
  const runs = [trained[0], ...remedied].flatMap((one, place) =>
    one?.compared === undefined ? [] : [{ ...one.compared, run: place === 0 ? 0 : trained.length + place - 1 }],
  );
  return compareRemedies(runs, confidence);
}
