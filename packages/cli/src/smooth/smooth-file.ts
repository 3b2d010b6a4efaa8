import { availableParallelism } from 'node:os';
import { metricFromScales, type SmoothingPlan, smoothingOf } from '@dpfair/individual';
import { RESULT_SCHEMA, type SmoothingResult, type SmoothingRun, type Warning } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { crashWarnings } from '../audit/crash-warnings.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { inputName } from '../input/input-name.js';
import { progressMessages } from '../messages/progress.js';
import { smoothProgress, smoothWarnings } from '../messages/smooth.js';
import { completeSmoothSpec } from '../spec/smooth/complete-smooth-spec.js';
import { parseMetric } from '../spec/smooth/metric-words.js';
import { parseSmoothCondition } from '../spec/smooth/smooth-condition.js';
import type { ModelOnDataSpec, SmoothSpec, SmoothSpecInput } from '../spec/smooth/smooth-spec.js';
import { toolOf } from '../tool.js';
import { followWork } from '../train/follow-work.js';
import type { ModelData } from './models/model-data.js';
import { withModel } from './models/open-model.js';
import { type PreparedSmoothing, prepareSmoothing, type RowChoice } from './prepare-smoothing.js';
import { modelLabels } from './runs/model-labels.js';
import { modelSmoothing, planSmoothing } from './runs/plan-smoothing.js';
import { plannedDraws } from './runs/planned-draws.js';
import { metricOfResult, smoothingRun } from './runs/smoothing-run.js';
import { requireConditionGroups, smoothChecks } from './smooth-checks.js';

/**
 * Smooths a model on a file of people, as `dpfair smooth` does, and returns the result that `--json` writes: class probabilities of each row with what sampling
 * leaves of the guarantee, accuracy and mean confidence before and after, for each scale of the metric.
 *
 * @param given the data file, the model, and what differs from the defaults
 * @throws DpfairError `usage` for a spec that contradicts itself or its files, `input` for a file that cannot be used, `domain` for a guarantee that
 * cannot be had, `task` when workers were lost again and again
 * @example
 * const result = await smoothFile({ data: 'fixtures/loans.csv', model: 'model.json', metric: ['uniform'], seed: '1' });
 * result.runs[0].population.accuracy.smoothed.estimate;
 */
export async function smoothFile(given: SmoothSpecInput, options: AuditFileOptions = {}): Promise<SmoothingResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const spec = completeSmoothSpec(given);
  const conditions = spec.failOn.map(parseSmoothCondition);
  const record = openRunRecord(spec, 'smooth', threads, pathsOf(spec));
  onStage(progressMessages.reading(inputName(spec.data)));
  const check: RowChoice['check'] = (_features, { groupNames }) => requireConditionGroups(conditions, groupNames);
  const prepared = await prepareSmoothing(spec, { ...spec, smooths: true, check }, options.readFile);
  const { examples, features, input } = prepared;
  for (const note of input.notes ?? []) onStage(progressMessages.note(input.path, note));
  const planned = plannedDraws(spec, examples.rows, examples.classNames.length);
  const plans = spec.metricScale.map((scale) => planOf(spec, prepared, scale, planned.draws));
  const smoothings = plans.map(smoothingOf);
  onStage(smoothProgress.prepared(examples.rows, features.length, examples.groupNames.length));
  const model = await withModel(prepared.model, (opened) => modelLabels(opened, examples));

  const follow = followWork(options, threads);
  const outputs = await follow
    .all(plans.map((plan, k) => planSmoothing(plan, spec.metricScale[k] as number, planned.draws)))
    .finally(() => modelSmoothing.close(prepared.model));
  const runs = outputs.flatMap((output, k): SmoothingRun[] => {
    const plan = plans[k];
    const smoothing = smoothings[k];
    if (output === null || plan === undefined || smoothing === undefined) return [];
    const metric = metricOfResult(plan.metric, prepared.held, prepared.source, spec.metricScale[k] as number, features);
    const { lines } = prepared;
    return [
      smoothingRun(output, {
        spec,
        examples,
        isLabelled: prepared.people.encoding.label.column !== null,
        lines,
        model,
        smoothing,
        metric,
        planned,
        withRows: k === 0,
      }),
    ];
  });
  const { done, total, shards } = follow.ended();
  return {
    schema: RESULT_SCHEMA,
    kind: 'smoothing',
    tool: toolOf(),
    run: record(prepared.files, done < total),
    input,
    warnings: [
      ...prepared.warnings,
      ...runWarnings(spec, runs),
      ...(done < total ? [smoothWarnings.interrupted(done, total)] : []),
      ...crashWarnings(shards),
    ],
    checks: smoothChecks(conditions, runs),
    data: dataOf(prepared),
    model: prepared.modelOfResult,
    runs,
    searches: [],
  };
}

/** Keys of a spec that are paths: the model, and a table of weights. */
export function pathsOf({ metric }: Pick<ModelOnDataSpec, 'metric'>): readonly string[] {
  return ['model', ...(parseMetric(metric).kind === 'file' ? ['metric'] : [])];
}

/** What a result says of its data. */
export function dataOf({ examples, missing, people }: PreparedSmoothing): SmoothingResult['data'] {
  const { label, group } = people.encoding;
  return { rows: examples.rows, missing, label: label.column, group: group.column, groups: [...examples.groupNames] };
}

function planOf(
  spec: SmoothSpec,
  { model, examples, metric, held }: PreparedSmoothing,
  scale: number,
  draws: SmoothingPlan<ModelData>['draws'],
): SmoothingPlan<ModelData> {
  return {
    model,
    classes: examples.classNames.length,
    points: examples.features,
    metric: metricFromScales(
      metric.norm,
      metric.scales.map((value) => scale * value),
      metric.columns,
    ),
    kind: spec.noise,
    held,
    noise: spec.sharing,
    draws,
    selectSamples: spec.select,
    seed: parseSeed(spec.seed),
  };
}

function runWarnings(spec: SmoothSpec, runs: readonly SmoothingRun[]): Warning[] {
  const [first] = runs;
  if (first === undefined) return [];
  const { guarantee, groups } = first;
  const small = groups.filter((group) => group.small).map(({ group }) => group);
  const short = runs.reduce((most, run) => Math.max(most, run.guarantee.short), 0);
  const rows = first.population.rows;
  return [
    ...(small.length === 0 ? [] : [smoothWarnings.smallGroups(small)]),
    ...(guarantee.excess >= 1 || guarantee.delta >= 1
      ? [smoothWarnings.emptyGuarantee(guarantee.excess, guarantee.delta)]
      : []),
    ...(short === 0 ? [] : [smoothWarnings.drawsRanOut(short, rows, spec.maxSamples as number)]),
  ];
}
