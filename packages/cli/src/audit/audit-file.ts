import { auditTable } from '@dpfair/fairness';
import type { AuditResult } from '@dpfair/result';
import type { AuditSpecInput } from '../spec/audit-spec.js';
import { completeSpec } from '../spec/complete-spec.js';
import { decisionOf } from '../spec/decision-of.js';
import { prepareRun } from './prepared-run.js';
import type { AuditFileOptions } from './simulation-runner.js';
import { watchOf } from './watch-of.js';

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
  const spec = completeSpec(given, options.readFile);
  const { request, runner, resultOf } = await prepareRun(spec, 'audit', decisionOf(spec, options.readFile), options);
  return resultOf('audit', await auditTable(request, runner, watchOf(options)));
}
