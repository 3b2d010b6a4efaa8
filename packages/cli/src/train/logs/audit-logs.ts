import { RESULT_SCHEMA, type TrainingResult, type TrainingRun, type Warning } from '@dpfair/result';
import { openRunRecord } from '../../audit/run-record.js';
import type { AuditFileOptions } from '../../audit/simulation-runner.js';
import { readInput } from '../../input/read-input.js';
import { trainWarnings } from '../../messages/train.js';
import { parseTrainingCondition } from '../../spec/train/training-condition.js';
import { toolOf } from '../../tool.js';
import { requireGroups, trainingChecks } from '../training-checks.js';
import { loadLogs } from './load-logs.js';
import { loggedRun } from './logged-run.js';

/** What `dpfair train audit` is told. */
export interface LogsSpec {
  /** Files, each the log of one repetition; at least one. */
  readonly log: readonly string[];
  /** Steps of the whole training, above the last that was logged. @default the last logged step + 1 */
  readonly steps?: number;
  /** Of the intervals over repetitions, between 0 and 1. @default 0.95 */
  readonly confidence?: number;
  /** Conditions such as `gap>0.05`. @default none */
  readonly failOn?: readonly string[];
}

/**
 * What the logs of a training that was run elsewhere say, as `dpfair train audit` does it: clipping and noise terms of each group and
 * step, their sums and, where the loss without privacy was logged, who bears the cost. Nothing is drawn.
 *
 * @throws DpfairError `usage` for conditions on groups that there are not, `input` for files that are no logs or not of one training
 * @example
 * const { runs } = await auditLogs({ log: ['run-1.jsonl', 'run-2.jsonl'] });
 * runs[0].groups[0].noise.estimate;
 */
export async function auditLogs(
  { log, steps, confidence = 0.95, failOn = [] }: LogsSpec,
  { readFile = readInput, onStage = () => {} }: Pick<AuditFileOptions, 'readFile' | 'onStage'> = {},
): Promise<TrainingResult> {
  const conditions = failOn.map(parseTrainingCondition);
  const record = openRunRecord({ log, steps: steps ?? null, confidence, failOn }, 'train audit', 1);
  const { trainings, files, input, warnings } = await loadLogs(log, readFile, onStage);
  const run = loggedRun(trainings, { confidence, ...(steps !== undefined && { steps }) });
  requireGroups(
    conditions,
    run.groups.map(({ group }) => group),
  );
  return {
    schema: RESULT_SCHEMA,
    kind: 'training',
    tool: toolOf(),
    run: record(
      files.map(({ sha256 }) => sha256),
      false,
    ),
    input,
    warnings: [...warnings, ...warningsOf(run)],
    checks: trainingChecks(conditions, [run]),
    data: null,
    logs: files,
    testFile: null,
    model: null,
    runs: [run],
    sweeps: [],
    remedies: [],
    pruning: [],
    attacks: null,
  };
}

function warningsOf({ groups, repetitions }: TrainingRun): readonly Warning[] {
  const small = groups.filter((group) => group.small).map(({ group }) => group);
  const unknown = groups.filter(({ excessiveRisk }) => excessiveRisk.estimate === null).map(({ group }) => group);
  return [
    ...(small.length === 0 ? [] : [trainWarnings.smallGroups(small)]),
    ...(unknown.length === 0 ? [] : [trainWarnings.withoutTwin(unknown)]),
    ...(repetitions === 1 ? [trainWarnings.oneLog] : []),
  ];
}
