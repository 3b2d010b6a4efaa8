import { type Decision, decisionByName } from '@dpfair/decisions';
import type { AuditSpec } from './audit-spec.js';

/** The decision that a spec names. @throws DpfairError `usage` for a rule that is missing, not read, or of no use to it. */
export function decisionOf({ decision, rule }: Pick<AuditSpec, 'decision' | 'rule'>): Decision {
  return decisionByName(decision, rule === null ? {} : { rule });
}
