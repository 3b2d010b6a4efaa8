import type { Decision } from '@dpfair/decisions';
import { findTarget, parseTarget, type SearchWatch, type SimulationRunner } from '@dpfair/fairness';
import { noiseKinds } from '@dpfair/mechanisms';
import type { Certificate, MechanismKind, TargetOption } from '@dpfair/result';
import { mechanismOfBudget } from '../audit/mechanisms-of.js';
import type { PreparedRun } from '../audit/prepared-run.js';
import { camelCase } from '../options/reading/option.js';
import { auditOptions } from '../spec/audit-options.js';
import type { AuditSpec } from '../spec/audit-spec.js';
import { commandLineOf } from '../spec/command-line.js';
import type { MitigateSpec } from '../spec/mitigate/mitigate-spec.js';

/** The answer to the inverse question of a spec. */
export interface Certified {
  readonly certificate: Certificate;
  /** The mechanism that meets the target, or comes nearest to it. */
  readonly mechanism: ReturnType<typeof mechanismOfBudget>;
}

/**
 * Finds the smallest budget that meets the target of a spec; null without a target.
 *
 * @param files SHA-256 of the data, then of the joined files. @param watch stops the search, and is told of its looks.
 */
export async function certify(
  spec: MitigateSpec,
  decision: Decision,
  { request }: Pick<PreparedRun, 'request'>,
  files: readonly string[],
  run: SimulationRunner,
  watch: SearchWatch,
): Promise<Certified | null> {
  if (spec.target === null) return null;
  const columns = decision.privateRoles.length;
  const mechanismOf = (kind: MechanismKind, epsilon: number) => mechanismOfBudget(spec, columns, kind, epsilon);
  const { certificate, option, mechanism } = await findTarget(
    {
      ...request,
      samplingError: null,
      target: parseTarget(spec.target),
      kinds: spec.mechanism,
      mechanismOf,
      range: [spec.search[0] as number, spec.search[1] as number],
      precision: spec.precision,
    },
    run,
    watch,
  );
  const command = commandOf(
    spec,
    certificate.options[option] as TargetOption,
    1 - (1 - spec.confidence) / certificate.looks,
  );
  return { certificate: { ...certificate, command, dataSha256: [...files] }, mechanism };
}

/** The audit that shows the numbers of one option of a certificate, at the confidence that each of its intervals has. */
function commandOf(spec: MitigateSpec, { kind, post, smallest, best }: TargetOption, confidence: number): string {
  const ofAudit = Object.keys(auditOptions).map(camelCase) as (keyof AuditSpec)[];
  const audit = Object.fromEntries(ofAudit.map((key) => [key, spec[key]])) as unknown as AuditSpec;
  const own = {
    mechanism: [kind],
    epsilon: [(smallest ?? best).epsilon],
    totalEpsilon: null,
    scale: null,
    sigma: null,
    delta: noiseKinds[kind].takesDelta ? spec.delta : null,
    post: [post] as AuditSpec['post'],
    confidence,
    failOn: [],
  };
  return commandLineOf({ ...audit, ...own });
}
