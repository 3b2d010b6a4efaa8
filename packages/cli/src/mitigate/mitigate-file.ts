import type { DecisionInput, SubstituteSettings } from '@dpfair/decisions';
import { mitigatedDecision, mitigateTable } from '@dpfair/fairness';
import type { MitigationResult } from '@dpfair/result';
import { type LoadedTable, loadTable } from '../audit/load/load-table.js';
import { prepareRun } from '../audit/prepared-run.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { watchOf } from '../audit/watch-of.js';
import { progressMessages } from '../messages/progress.js';
import { rowMessages } from '../messages/rows.js';
import { decisionOf } from '../spec/decision-of.js';
import { completeMitigateSpec } from '../spec/mitigate/complete-mitigate-spec.js';
import type { MitigateSpec, MitigateSpecInput } from '../spec/mitigate/mitigate-spec.js';
import { certify } from './certify.js';

/** A search says how far it is this often at most. */
const BETWEEN_LOOKS_MS = 1000;

/**
 * Compares what removes the unfairness of a decision on a file of counts, as `dpfair mitigate` does, and returns the result
 * that `--json` writes: an audit of every mitigation on the same noise, its price, and which ones are efficient.
 *
 * @param given the data file, a privacy budget, and what differs from the defaults
 * @throws DpfairError as `auditFile`, and `usage` for what mitigations cannot be made with
 * @example
 * const result = await mitigateFile({ data: 'hawaii.csv', epsilon: [0.1], seed: '1' });
 * result.mitigations.filter(({ efficient }) => efficient).map(({ id }) => id);
 */
export async function mitigateFile(
  given: MitigateSpecInput,
  options: AuditFileOptions = {},
): Promise<MitigationResult> {
  const spec = completeMitigateSpec(given, options.readFile);
  const decision = mitigatedDecision(decisionOf(spec, options.readFile));
  let searching = false;
  const prepared = await prepareRun(spec, 'mitigate', decision, {
    ...options,
    // A search is one stage, however many simulations it takes.
    onStage: (name) => searching || options.onStage?.(name),
    onProgress: (done, total) => searching || options.onProgress?.(done, total),
  });
  const { request, runner, resultOf, loaded } = prepared;
  const data = [loaded.input.sha256, ...loaded.input.joined.map((file) => file.sha256)];
  if (spec.target !== null) {
    options.onStage?.(progressMessages.searching(loaded.table.id.length, spec.target));
    searching = true;
  }
  let saidAt = performance.now();
  const certified = await certify(spec, decision, prepared, data, runner, {
    ...watchOf({ ...(options.signal && { signal: options.signal }) }),
    onLook: (taken, most) => {
      if (performance.now() - saidAt < BETWEEN_LOOKS_MS) return;
      saidAt = performance.now();
      options.onStage?.(progressMessages.look(taken, most));
    },
  });
  searching = false;
  const training =
    spec.train === null
      ? null
      : await loadTable({ ...spec, data: spec.train, samplingError: null }, decision, options.readFile);
  const isCut = certified?.certificate.interrupted ?? false;
  const compared = await mitigateTable(
    {
      ...request,
      // Who stopped the search does not wait for a comparison.
      ...(isCut ? { posts: request.posts.slice(0, 1) } : {}),
      // Without a budget mitigations are compared at the one that was found.
      ...(certified !== null && request.mechanisms.length === 0 ? { mechanisms: [certified.mechanism] } : {}),
      settings: settingsOf(spec, training),
      epsilonFactor: spec.epsilonFactor,
      ...(isCut ? { only: [] } : spec.mitigation === null ? {} : { only: spec.mitigation }),
    },
    runner,
    watchOf(options),
  );
  const { mitigations, notApplicable } = compared;
  const interrupted = compared.interrupted || isCut;
  const trainingWarnings = (training?.warnings ?? []).map(({ code, message }) => ({
    code,
    message: rowMessages.ofTraining(message),
  }));
  const files = training === null ? [] : [training.input.sha256];
  return {
    ...resultOf(
      'mitigation',
      { ...compared, warnings: [...trainingWarnings, ...compared.warnings], interrupted },
      files,
    ),
    mitigations: [...mitigations],
    notApplicable: [...notApplicable],
    ...(certified === null ? {} : { certificate: certified.certificate }),
    training:
      training === null
        ? null
        : {
            path: training.input.path,
            sha256: training.input.sha256,
            rows: training.input.rows,
            skipped: training.input.skipped,
          },
  };
}

function settingsOf(spec: MitigateSpec, training: LoadedTable | null): SubstituteSettings {
  const { normaliser, normaliserAtLeast, normaliserPart, marginUnits, subgroupsBy } = spec;
  const { failure, holdHarmless, margin, subgroups } = spec;
  return {
    failure,
    holdHarmless,
    margin,
    subgroups,
    ...(normaliser === null ? {} : { normaliser }),
    ...(normaliserAtLeast === null ? {} : { normaliserAtLeast }),
    ...(normaliserPart === null ? {} : { normaliserPart }),
    ...(marginUnits === null ? {} : { marginUnits }),
    ...(subgroupsBy === null ? {} : { subgroupsBy }),
    ...(training === null ? {} : { training: columnsOf(training) }),
  };
}

const columnsOf = ({ table: { counts, fixed, labels } }: LoadedTable): DecisionInput => ({
  counts,
  fixed,
  ...(labels === undefined ? {} : { labels }),
});
