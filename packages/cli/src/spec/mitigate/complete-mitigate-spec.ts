import { decisionKind } from '@dpfair/decisions';
import { mitigationNames } from '@dpfair/fairness';
import { DpfairError } from '@dpfair/result';
import { readInput } from '../../input/read-input.js';
import { specFaults } from '../../messages/spec.js';
import { mitigationOptions } from '../../options/mitigation-options.js';
import { camelCase } from '../../options/reading/option.js';
import type { AuditSpec } from '../audit-spec.js';
import { completeSpec } from '../complete-spec.js';
import { idleOptions } from './idle-options.js';
import type { MitigateSpec, MitigateSpecInput } from './mitigate-spec.js';
import { requireTarget } from './require-target.js';

const defaults: Omit<MitigateSpec, keyof AuditSpec> = {
  mitigation: null,
  normaliser: null,
  normaliserAtLeast: null,
  normaliserPart: null,
  failure: 0.05,
  holdHarmless: 0.95,
  margin: 1,
  marginUnits: null,
  subgroups: 4,
  subgroupsBy: null,
  train: null,
  target: null,
  search: [1e-4, 100],
  precision: 1e-3,
  epsilonFactor: 2,
};

const ownKeys = Object.keys(mitigationOptions).map(camelCase) as (keyof typeof defaults)[];

/**
 * Sets every default and refuses what contradicts itself, as for an audit. What is compared when nothing is said of `post` is
 * what an audit compares, and the projection onto the simplex where the decision takes it.
 *
 * @throws DpfairError `usage` with every fault found.
 */
export function completeMitigateSpec(given: Partial<MitigateSpecInput>, read = readInput): MitigateSpec {
  const own = Object.fromEntries(ownKeys.map((key) => [key, given[key] ?? defaults[key]])) as typeof defaults;
  const rest = Object.fromEntries(
    Object.entries(given).filter(([key]) => !ownKeys.includes(key as keyof typeof defaults)),
  );
  const spec = completeSpec(
    { ...rest, post: given.post ?? postsOf(given.decision ?? undefined) },
    read,
    own.target !== null,
  );
  if (own.target !== null) requireTarget(own.target, own.search, spec);
  const known = mitigationNames(decisionKind(spec.decision).unit);
  const unknown = own.mitigation?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) throw new DpfairError('usage', specFaults.mitigations(unknown, spec.decision, known));
  const idle = idleOptions(own, defaults, spec.decision);
  if (idle.length > 0) throw new DpfairError('usage', idle);
  return { ...spec, ...own };
}

/** Undefined leaves the choice, and the refusal of a decision that does not exist, to the audit. */
function postsOf(decision: AuditSpec['decision'] = 'allotment'): AuditSpec['post'] {
  const { posts, defaultPosts } = decisionKind(decision);
  return posts.includes('simplex') ? [...new Set([...defaultPosts, 'simplex' as const])] : defaultPosts;
}
