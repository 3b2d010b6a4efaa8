import { type Decision, type DecisionParameters, decisionByName, decisionKind } from '@dpfair/decisions';
import { DpfairError, type Fault } from '@dpfair/result';
import { readInput } from '../audit/load/read-input.js';
import { didYouMean } from '../messages/values.js';
import { nearOption } from '../options/reading/near-option.js';
import type { AuditSpec } from './audit-spec.js';
import { isStatuteFile, readStatuteFile } from './files/statute-file.js';

/** What of a spec says which decision is made. */
export type DecisionSpec = Pick<
  AuditSpec,
  'decision' | 'rule' | 'public' | 'statute' | 'clause' | 'grant' | 'private' | 'budget' | 'apportion' | 'seats'
>;

/**
 * The decision that a spec names.
 *
 * @param read gives the bytes of the rule file of a statute.
 * @throws DpfairError `usage` for parameters that are missing, not read, or of no use to it; `config` for a rule file at fault.
 */
export function decisionOf(spec: DecisionSpec, read = readInput): Decision {
  const parameters = parametersOf(spec, read);
  try {
    return decisionByName(spec.decision, parameters);
  } catch (error) {
    if (error instanceof DpfairError && error.code === 'usage') {
      throw new DpfairError('usage', error.faults.map(withNearName));
    }
    if (!(error instanceof DpfairError) || error.code !== 'config') throw error;
    throw new DpfairError(
      'config',
      error.faults.map((fault) => ({ ...(spec.statute === null ? {} : { file: spec.statute }), ...fault })),
    );
  }
}

/** Where a name is refused and a list of names is allowed: the one that was probably meant. */
function withNearName(fault: Fault): Fault {
  const { value, allowed } = fault;
  if (typeof value !== 'string' || allowed === undefined) return fault;
  const near = nearOption(
    value,
    allowed.split(', ').filter((name) => /^[a-z_][\w-]*$/i.test(name)),
  );
  return near === undefined ? fault : { ...fault, allowed: didYouMean(allowed, near) };
}

function parametersOf(spec: DecisionSpec, read: typeof readInput): DecisionParameters {
  const {
    decision,
    rule,
    public: publicRoles,
    statute,
    clause,
    grant,
    private: privateRoles,
    budget,
    apportion,
    seats,
  } = spec;
  const takesBudget = decisionKind(decision).parameterNames.includes('budget');
  return {
    ...(rule === null ? {} : { rule }),
    ...(publicRoles.length === 0 ? {} : { public: publicRoles }),
    ...(statute === null ? {} : { statute: isStatuteFile(statute) ? readStatuteFile(statute, read).content : statute }),
    ...(Object.keys(clause).length === 0 ? {} : { clauses: clause }),
    ...(grant.length === 0 ? {} : { grants: grant }),
    ...(privateRoles.length === 0 ? {} : { private: privateRoles }),
    ...(budget === null || !takesBudget ? {} : { budget }),
    ...(apportion === null ? {} : { method: apportion }),
    ...(seats === null ? {} : { seats }),
  };
}
