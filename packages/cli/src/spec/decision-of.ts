import { type Decision, type DecisionParameters, decisionByName, decisionKind, decisionNames } from '@dpfair/decisions';
import { DpfairError, type Fault } from '@dpfair/result';
import { readInput } from '../input/read-input.js';
import { contradictions } from '../messages/spec.js';
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
  refuseUnused(spec);
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

/** Options of decisions as they are written on the command line, by the parameter that they set. */
const written: { readonly [Name in keyof DecisionParameters]?: (spec: DecisionSpec) => string | null } = {
  rule: ({ rule }) => rule && `--rule "${rule}"`,
  public: ({ public: names }) => list('public', names),
  statute: ({ statute }) => statute && `--statute ${statute}`,
  clauses: ({ clause }) =>
    list(
      'clause',
      Object.entries(clause).map(([name, on]) => `${name}=${on ? 'on' : 'off'}`),
    ),
  grants: ({ grant }) => list('grant', grant),
  private: ({ private: names }) => list('private', names),
  method: ({ apportion }) => apportion && `--apportion ${apportion}`,
  seats: ({ seats }) => (seats === null ? null : `--seats ${seats}`),
};

const list = (option: string, values: readonly string[]): string | null =>
  values.length === 0 ? null : `--${option} ${values.join(',')}`;

/** @throws DpfairError `usage` for options that only other decisions have. */
function refuseUnused(spec: DecisionSpec): void {
  const takes = (decision: string, name: string) =>
    (decisionKind(decision).parameterNames as readonly string[]).includes(name);
  const faults = Object.entries(written).flatMap(([name, write]) => {
    const option = takes(spec.decision, name) ? null : write(spec);
    const users = decisionNames.filter((decision) => takes(decision, name));
    return option === null ? [] : [contradictions.optionOfOthers(option, spec.decision, users)];
  });
  if (faults.length > 0) throw new DpfairError('usage', faults);
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
