import type { DpfairError } from '@dpfair/result';
import type { DecisionParameters } from '../../../decision.js';
import { unknownClause, unknownStatute } from '../../../messages/language-messages.js';
import { notMadePrivate, unknownGrant } from '../../../messages/title1-messages.js';
import { type ClauseName, type Clauses, clauseNames, clausesWith } from './clauses.js';
import { grantRule, grantsOf } from './grant-rule.js';
import { readTitle1Statute } from './read-statute.js';
import { type GrantName, grantNames, type Title1Statute } from './statute.js';
import { title1Fy2021 } from './title1-fy2021.js';

/** The built-in rule files, by name. */
const builtIn: Readonly<Record<string, Title1Statute>> = { [title1Fy2021.name]: title1Fy2021 };

/** Everything a user can say about a run of Title I, read and with its defaults. */
export interface Title1Terms {
  readonly statute: Title1Statute;
  readonly clauses: Clauses;
  readonly grants: readonly GrantName[];
  /** Counts that receive noise besides `count`. */
  readonly privateRoles: readonly string[];
  readonly budgetDollars: number;
  /** Dollars of this run for a dollar of the statute. */
  readonly scale: number;
}

/** @throws DpfairError `usage` for an unknown name; `config` for a rule file that cannot be read. */
export function readTitle1Terms(parameters: DecisionParameters): Title1Terms {
  const { statute: given = title1Fy2021.name, clauses = {}, private: privateRoles = [] } = parameters;
  const statute = typeof given === 'string' ? builtInStatute(given) : readTitle1Statute(given);
  const { grants = grantsOf(statute) } = parameters;
  for (const name of Object.keys(clauses))
    requireOneOf(name, clauseNames, (unknown, allowed) => unknownClause(unknown, 'title1', allowed));
  for (const name of grants) requireOneOf(name, grantNames, unknownGrant);
  for (const name of privateRoles) requireOneOf(name, ['children'], notMadePrivate);
  const chosen = grantNames.filter((name) => grants.includes(name));
  const appropriated = chosen.reduce((sum, name) => sum + grantRule(statute, name).appropriationDollars, 0);
  const budgetDollars = parameters.budget ?? appropriated;
  return {
    statute,
    clauses: clausesWith(clauses as Partial<Record<ClauseName, boolean>>),
    grants: chosen,
    privateRoles,
    budgetDollars,
    scale: budgetDollars / appropriated,
  };
}

function builtInStatute(name: string): Title1Statute {
  requireOneOf(name, Object.keys(builtIn), unknownStatute);
  return builtIn[name] as Title1Statute;
}

function requireOneOf(
  name: string,
  allowed: readonly string[],
  refuse: (name: string, allowed: readonly string[]) => DpfairError,
): void {
  if (!allowed.includes(name)) throw refuse(name, allowed);
}
