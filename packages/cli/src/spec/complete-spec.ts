import { decisionKind } from '@dpfair/decisions';
import { DpfairError, type Fault } from '@dpfair/result';
import { parseCondition } from '../audit/condition.js';
import { readInput } from '../input/read-input.js';
import { specFaults } from '../messages/spec.js';
import { auditOptions } from './audit-options.js';
import type { AuditSpec, AuditSpecInput } from './audit-spec.js';
import { collectFaults } from './checks/collect-faults.js';
import { contradictionsOf } from './checks/contradictions.js';
import { decisionOf } from './decision-of.js';
import { joinKeyOf } from './join-key.js';
import { inOptionOrder } from './keys/in-option-order.js';
import { knownKeys } from './keys/known-keys.js';
import { sortKeys } from './keys/sort-keys.js';
import { readSeed } from './read-seed.js';
import { readingDefaults } from './reading-spec.js';

const defaults: Omit<AuditSpec, 'data' | 'post' | 'seed'> = {
  ...readingDefaults,
  map: {},
  join: [],
  on: [],
  unmatched: 'error',
  where: [],
  decision: 'allotment',
  rule: null,
  public: [],
  statute: null,
  clause: {},
  grant: [],
  private: [],
  apportion: null,
  seats: null,
  mechanism: ['laplace'],
  epsilon: null,
  totalEpsilon: null,
  delta: null,
  sensitivity: 1,
  neighbours: 'add-remove',
  scale: null,
  sigma: null,
  method: 'auto',
  plain: false,
  why: false,
  trials: 20_000,
  tolerance: null,
  samplingError: null,
  confidence: 0.95,
  budget: null,
  failOn: [],
};

/** What is compared when nothing is said: what the method asked for can compute. */
function defaultPosts(decision: AuditSpec['decision'], method: AuditSpec['method']): AuditSpec['post'] {
  return postsOfMethod(decision, method) ?? decisionKind(decision).defaultPosts;
}

/** What a method that is asked for leaves of the default post-processings; null where it leaves them all. */
export function postsOfMethod(decision: AuditSpec['decision'], method: AuditSpec['method']): AuditSpec['post'] | null {
  if (decision === 'identity' && method === 'series') return ['simplex'];
  if (decision === 'allotment' && method === 'exact') return ['baseline'];
  if (decision === 'allotment' && method === 'series') return ['pos'];
  return null;
}

/**
 * Sets every default and refuses what contradicts itself. A seed that is not given is drawn from the operating system's
 * entropy. The keys come out in one order, so equal specs have equal text.
 *
 * @param read gives the bytes of the rule file of a statute.
 * @param searchesBudget whether a budget is looked for, so that none need be given.
 * @throws DpfairError `usage` with every fault found.
 */
export function completeSpec(given: Partial<AuditSpecInput>, read = readInput, searchesBudget = false): AuditSpec {
  const known = knownKeys<AuditSpec>(given);
  const { data = '', decision = defaults.decision, method = defaults.method } = known;
  const faults: Fault[] = data === '' ? [specFaults.noData] : [];
  const spec: AuditSpec = {
    ...defaults,
    data,
    post: defaultPosts(decision, method),
    ...known,
    map: sortKeys(known.map ?? {}),
    clause: sortKeys(known.clause ?? {}),
    seed: readSeed(known.seed, faults),
  };
  collectFaults(faults, () => decisionOf(spec, read));
  faults.push(...contradictionsOf(spec, known, searchesBudget));
  for (const condition of spec.failOn) collectFaults(faults, () => parseCondition(condition));
  for (const key of spec.on) collectFaults(faults, () => joinKeyOf(key));
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return inOptionOrder(spec, auditOptions);
}
