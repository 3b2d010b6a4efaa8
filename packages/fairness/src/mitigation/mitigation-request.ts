import type { SubstituteSettings } from '@dpfair/decisions';
import { type AuditRequest, type CompleteRequest, completeRequest } from '../audit/audit-request.js';
import { badOption } from '../messages.js';

/** A comparison of what removes the unfairness of a decision. The first of `posts` is the decision as it is. */
export interface MitigationRequest extends AuditRequest {
  /** What substitutes are made with. @default none */
  readonly settings?: SubstituteSettings;
  /** How many times the budget is larger in the comparison with more privacy spent, above 1. @default 2 */
  readonly epsilonFactor?: number;
  /** Which mitigations are compared, by name; the baseline always is. @default all */
  readonly only?: readonly string[];
}

/** A request with its defaults set. */
export interface CompleteMitigationRequest extends CompleteRequest {
  readonly settings: SubstituteSettings;
  readonly epsilonFactor: number;
  readonly only: readonly string[] | null;
}

/** @throws DpfairError `usage` for an option outside its range. */
export function completeMitigationRequest(request: MitigationRequest): CompleteMitigationRequest {
  const { settings = {}, epsilonFactor = 2, only = null } = request;
  if (!(epsilonFactor > 1 && epsilonFactor <= 1e6))
    throw badOption('epsilon factor', epsilonFactor, 'above 1, at most 1e6');
  requireRange('normaliser', settings.normaliser, 0, Number.POSITIVE_INFINITY);
  requireRange('normaliser-at-least', settings.normaliserAtLeast, 0, Number.POSITIVE_INFINITY);
  requireRange('normaliser-part', settings.normaliserPart, 0, 1);
  requireRange('failure', settings.failure, 0, 1);
  requireRange('hold-harmless', settings.holdHarmless, 0, 1 + Number.EPSILON);
  requireRange('margin', settings.margin, 0, Number.POSITIVE_INFINITY);
  requireRange('margin-units', settings.marginUnits, 0, Number.POSITIVE_INFINITY);
  const { subgroups } = settings;
  if (subgroups !== undefined && !(Number.isInteger(subgroups) && subgroups >= 1 && subgroups <= 100))
    throw badOption('subgroups', subgroups, 'a whole number from 1 to 100');
  return { ...completeRequest(request), settings, epsilonFactor, only };
}

function requireRange(name: string, value: number | undefined, above: number, below: number): void {
  if (value === undefined || (value > above && value < below)) return;
  throw badOption(
    name,
    value,
    below === Number.POSITIVE_INFINITY ? `above ${above}` : `above ${above} and up to ${Math.round(below)}`,
  );
}
