import { availableParallelism } from 'node:os';
import type { Decision } from '@dpfair/decisions';
import type { AuditRequest, SimulationRunner } from '@dpfair/fairness';
import { type AuditResult, type Cell, type Input, type Mechanism, RESULT_SCHEMA, type Warning } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { inputName } from '../input/input-name.js';
import { progressMessages } from '../messages/progress.js';
import type { AuditSpec } from '../spec/audit-spec.js';
import { toolOf } from '../tool.js';
import { parseCondition } from './condition.js';
import { crashWarnings } from './crash-warnings.js';
import { type LoadedTable, loadTable } from './load/load-table.js';
import { mechanismsOf } from './mechanisms-of.js';
import { runChecks } from './run-checks.js';
import { openRunRecord } from './run-record.js';
import { type AuditFileOptions, type SimulationRun, simulationRunner } from './simulation-runner.js';

/** A file that was read, ready to be computed with. */
export interface PreparedRun {
  readonly loaded: LoadedTable;
  readonly request: AuditRequest;
  readonly runner: SimulationRunner;
  /** What every result begins with, once it is computed. @param more SHA-256 of further files that decide the numbers. */
  readonly resultOf: <K extends string>(kind: K, computed: Computed, more?: readonly string[]) => CommonResult<K>;
}

/** What was found for the data of a run. */
export interface Computed {
  readonly cells: readonly Cell[];
  readonly warnings: readonly Warning[];
  readonly interrupted: boolean;
}

/** What the results of all commands on a file of counts have in common. */
export type CommonResult<K extends string> = Omit<AuditResult, 'kind'> & { readonly kind: K };

/**
 * Reads the data of a spec and makes what its computation starts from.
 *
 * @param command the word that calls it, for the command that repeats the run.
 */
export async function prepareRun(
  spec: AuditSpec,
  command: string,
  decision: Decision,
  options: AuditFileOptions,
): Promise<PreparedRun> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const conditions = spec.failOn.map(parseCondition);
  const record = openRunRecord(spec, command, threads);
  const budgetDollars = spec.budget ?? decision.budgetDollars ?? null;
  const mechanisms: readonly Mechanism[] = mechanismsOf(spec, decision.privateRoles.length);
  const name = inputName(spec.data);
  onStage(progressMessages.reading(name));
  const loaded = await loadTable(spec, decision, options.readFile);
  for (const note of loaded.input.notes ?? []) onStage(progressMessages.note(name, note));
  // Without a budget there is nothing to audit yet: one is looked for.
  if (mechanisms.length > 0)
    onStage(progressMessages.auditing(loaded.table.id.length, budgetsByKind(mechanisms), spec.post.length));
  const runs: SimulationRun[] = [];
  return {
    loaded,
    request: {
      table: loaded.table,
      decision: decision.name,
      parameters: decision.parameters,
      mechanisms,
      posts: spec.post,
      method: spec.method,
      trials: spec.trials,
      ...(spec.tolerance === null ? {} : { tolerance: spec.tolerance }),
      seed: parseSeed(spec.seed),
      confidence: spec.confidence,
      budgetDollars,
      controlVariates: !spec.plain,
      simulateCauses: spec.why,
      samplingError: spec.samplingError,
    },
    runner: simulationRunner(threads, options, (run) => runs.push(run)),
    resultOf: (kind, { cells, warnings, interrupted }, more = []) => {
      const run = record([...filesOf(loaded.input), ...more], interrupted);
      return {
        schema: RESULT_SCHEMA,
        kind,
        tool: toolOf(),
        run,
        input: loaded.input,
        warnings: [...loaded.warnings, ...warnings, ...crashWarnings(runs)],
        checks: runChecks(conditions, cells),
        decision: decision.name,
        unit: decision.unit,
        countRole: decision.privateRoles[0] as string,
        budgetDollars,
        groupColumn: loaded.input.columns.group ?? null,
        cells: [...cells],
      };
    },
  };
}

/** How many budgets each kind of noise has. */
const budgetsByKind = (mechanisms: readonly Mechanism[]): readonly number[] =>
  [...new Set(mechanisms.map(({ kind }) => kind))].map((kind) => mechanisms.filter((one) => one.kind === kind).length);

/** SHA-256 of every file that decides the numbers. */
function filesOf({ sha256, joined, ruleFile }: Input): string[] {
  return [sha256, ...joined.map((file) => file.sha256), ...(ruleFile === undefined ? [] : [ruleFile.sha256])];
}
