import { availableParallelism } from 'node:os';
import { DpfairError, type PairSearchOfResult, RESULT_SCHEMA, type SmoothingResult } from '@dpfair/result';
import { crashWarnings } from '../audit/crash-warnings.js';
import { openRunRecord } from '../audit/run-record.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { inputName } from '../input/input-name.js';
import { progressMessages } from '../messages/progress.js';
import { smoothProgress, smoothWarnings } from '../messages/smooth.js';
import { completePairsSpec } from '../spec/smooth/complete-smooth-spec.js';
import { parsePairCondition } from '../spec/smooth/smooth-condition.js';
import type { PairsSpecInput } from '../spec/smooth/smooth-spec.js';
import { toolOf } from '../tool.js';
import { followWork } from '../train/follow-work.js';
import { withModel } from './models/open-model.js';
import { answerWarnings } from './pairs/answer-warnings.js';
import { requireFewValues } from './pairs/features-of-columns.js';
import { pairChecks } from './pairs/pair-checks.js';
import { metricAt, samplingOfAudit, searchModel, searchSmoothed } from './pairs/search-pairs.js';
import { prepareSmoothing, type RowChoice } from './prepare-smoothing.js';
import { metricOfResult } from './runs/smoothing-run.js';
import { requireConditionGroups } from './smooth-checks.js';
import { dataOf, pathsOf } from './smooth-file.js';

/**
 * Looks for pairs of people whom a model treats more differently than they are, as `dpfair smooth audit` does: among nearest rows, and copies of a row
 * that differ in protected columns only; of the model as it is and smoothed. What it does not find it does not exclude.
 *
 * @param given the data file, the model, and what differs from the defaults
 * @throws DpfairError `usage` for a spec that contradicts itself or its files, `input` for a file that cannot be used, `domain` for a guarantee that
 * cannot be had, `task` when workers were lost again and again
 * @example
 * const { searches } = await auditPairs({ data: 'fixtures/loans.csv', model: 'model.json', metric: ['uniform'], seed: '1' });
 * searches[0].worst[0].ratio;
 */
export async function auditPairs(given: PairsSpecInput, options: AuditFileOptions = {}): Promise<SmoothingResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const spec = completePairsSpec(given);
  const conditions = spec.failOn.map(parsePairCondition);
  const record = openRunRecord(spec, 'smooth audit', threads, pathsOf(spec));
  onStage(progressMessages.reading(inputName(spec.data)));
  const check: RowChoice['check'] = (known, rows) => {
    requireConditionGroups(conditions, rows.groupNames);
    for (const columns of spec.protected) requireFewValues(columns, known, rows);
  };
  const rows = { testShare: 0, rows: null, smooths: spec.of.includes('smoothed'), check };
  const prepared = await prepareSmoothing(spec, rows, options.readFile);
  const { examples, features, input } = prepared;
  const asked = given.answers ?? null;
  const warned = spec.of.includes('model') ? answerWarnings(asked, prepared) : [];
  for (const note of input.notes ?? []) onStage(progressMessages.note(input.path, note));
  onStage(smoothProgress.prepared(examples.rows, features.length, examples.groupNames.length));

  const sampled = spec.of.includes('smoothed') ? samplingOfAudit(spec, prepared) : null;
  const follow = followWork(options, threads);
  const searches: PairSearchOfResult[] = [];
  for (const of of spec.of) {
    if (options.signal?.aborted === true) break;
    onStage(smoothProgress.searching(of));
    if (of === 'model')
      searches.push(...(await withModel(prepared.model, (opened) => searchModel(spec, prepared, opened, options))));
    else searches.push(...(await searchSmoothed(spec, prepared, follow, options).catch(nothingIfStopped)));
  }
  const { done, total, shards } = follow.ended();
  const interrupted = done < total || options.signal?.aborted === true;
  return {
    schema: RESULT_SCHEMA,
    kind: 'smoothing',
    tool: toolOf(),
    run: record(prepared.files, interrupted),
    input,
    warnings: [
      ...prepared.warnings,
      ...warned,
      ...(sampled !== null && (sampled.excess >= 1 || sampled.delta >= 1)
        ? [smoothWarnings.emptyGuarantee(sampled.excess, sampled.delta)]
        : []),
      ...(interrupted ? [smoothWarnings.searchStopped(searches.length)] : []),
      ...crashWarnings(shards),
    ],
    checks: pairChecks(conditions, searches),
    data: dataOf(prepared),
    model: prepared.modelOfResult,
    metric: metricOfResult(
      metricAt(spec, prepared),
      prepared.held,
      prepared.source,
      spec.metricScale[0] ?? 1,
      features,
    ),
    ...(spec.of.includes('model') ? { answers: spec.answers } : {}),
    ...(sampled === null || !searches.some(({ of }) => of === 'smoothed') ? {} : { sampled }),
    runs: [],
    searches,
  };
}

/** A search that was stopped has found nothing that could be told. */
function nothingIfStopped(cause: unknown): readonly PairSearchOfResult[] {
  if (cause instanceof DpfairError && cause.code === 'interrupted') return [];
  throw cause;
}
