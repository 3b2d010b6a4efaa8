import { availableParallelism } from 'node:os';
import { auditTable } from '@dpfair/fairness';
import { type AuditResult, type Input, RESULT_SCHEMA, type Run } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { progressMessages } from '../messages/progress.js';
import type { AuditSpecInput } from '../spec/audit-spec.js';
import { commandLineOf } from '../spec/command-line.js';
import { completeSpec } from '../spec/complete-spec.js';
import { decisionOf } from '../spec/decision-of.js';
import { runIdOf } from '../spec/run-id.js';
import { toolOf } from '../tool.js';
import { parseCondition } from './condition.js';
import { crashWarnings } from './crash-warnings.js';
import { loadTable, nameOf } from './load-table.js';
import { mechanismsOf } from './mechanisms-of.js';
import { runChecks } from './run-checks.js';
import { type AuditFileOptions, type SimulationRun, simulationRunner } from './simulation-runner.js';

/**
 * Audits a file of counts, as `dpfair audit` does, and returns the result that `--json` writes: bias of every entity,
 * alpha and the cost of privacy with their intervals, for each mechanism, budget and post-processing.
 *
 * @param given the data file, a privacy budget (epsilon, totalEpsilon, scale or sigma), and what differs from the defaults
 * @throws DpfairError `usage` for a spec that contradicts itself, `input` for a file that cannot be used (the first twenty
 * faults), `undefined-result` where the decision has no outcome, `task` when workers were lost again and again
 * @example
 * const result = await auditFile({ data: 'hawaii.csv', epsilon: [0.1], seed: '1' });
 * result.cells[0].alpha.estimate;
 */
export async function auditFile(given: AuditSpecInput, options: AuditFileOptions = {}): Promise<AuditResult> {
  const { threads = availableParallelism(), onStage = () => {} } = options;
  const startedAt = new Date();
  const started = performance.now();
  const spec = completeSpec(given, options.readFile);
  const decision = decisionOf(spec, options.readFile);
  const budgetDollars = spec.budget ?? decision.budgetDollars ?? null;
  const conditions = spec.failOn.map(parseCondition);
  const mechanisms = mechanismsOf(spec, decision.privateRoles.length);
  const name = nameOf(spec.data);
  onStage(progressMessages.reading(name));
  const loaded = loadTable(spec, decision, options.readFile);
  for (const note of loaded.input.notes ?? []) onStage(progressMessages.note(name, note));
  const { length: rows } = loaded.table.id;
  onStage(progressMessages.auditing(rows, mechanisms.length, spec.post.length));
  const runs: SimulationRun[] = [];
  const audited = await auditTable(
    {
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
      samplingError: spec.samplingError,
    },
    simulationRunner(threads, options, (run) => runs.push(run)),
  );
  const run: Run = {
    id: runIdOf(spec, filesOf(loaded.input)),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(performance.now() - started),
    seed: spec.seed,
    prng: 'philox4x32-10',
    command: commandLineOf(spec),
    spec: { ...spec },
    threads,
    interrupted: audited.interrupted,
  };
  return {
    schema: RESULT_SCHEMA,
    kind: 'audit',
    tool: toolOf(),
    run,
    input: loaded.input,
    warnings: [...loaded.warnings, ...audited.warnings, ...crashWarnings(runs)],
    checks: runChecks(conditions, audited.cells),
    decision: decision.name,
    unit: decision.unit,
    countRole: decision.privateRoles[0] as string,
    budgetDollars,
    groupColumn: loaded.input.columns.group ?? null,
    cells: [...audited.cells],
  };
}

/** SHA-256 of every file that decides the numbers. */
function filesOf({ sha256, joined, ruleFile }: Input): string[] {
  return [sha256, ...joined.map((file) => file.sha256), ...(ruleFile === undefined ? [] : [ruleFile.sha256])];
}
